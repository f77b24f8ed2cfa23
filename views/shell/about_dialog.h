// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/walked_dialog.h"

namespace Kartoteka {

/// The program's version, the open file with its format, and what the program is built with under which licence.
class AboutDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p path: of the open file; may be empty.
    explicit AboutDialog(const QString &path, QWidget *parent = nullptr);

    /// All of it as text, as it is copied for whoever is asked for help.
    QString text() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QString m_path;
};

} // namespace Kartoteka
