// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <vector>

namespace Kartoteka {

class MainWindow;
class OpenStores;

/// All windows of the program: opened by a person, by another start of the program, or anew in another language.
class Windows final : public QObject
{
    Q_OBJECT
public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;

    /// A window with the file at @p path, or the welcome page.
    MainWindow *open(const QString &path);
    /// What the system or another start of the program asks for. A database that no window shows gets a window of its own.
    void openPaths(const QStringList &paths);

private:
    MainWindow *make();
    MainWindow *current() const;
    void rebuild();

    std::shared_ptr<OpenStores> m_stores; // shared with the windows, which may be closed in any order
    std::vector<std::unique_ptr<MainWindow>> m_windows;
    bool m_rebuilding = false;
};

} // namespace Kartoteka
