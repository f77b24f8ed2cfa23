// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace Kartoteka {

/// The toolkit's dialog for files with words of our own where it would put up a box, and without its acts on the files that are
/// shown: one that is in use must not be deleted or renamed from here. It is the system's where that is used.
class FileDialog final : public QFileDialog
{
    Q_OBJECT
public:
    FileDialog(QWidget *parent, const QString &title, const QString &folder, const QString &filter);

    /// Call it after the options are set: widgets are made then.
    void dress();

protected:
    void accept() override;

private:
    bool tellProblem();
};

} // namespace Kartoteka
