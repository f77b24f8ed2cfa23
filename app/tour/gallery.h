// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/moments.h"
#include "core/schema/value.h"

class QAction;
class QMenu;

namespace Kartoteka {

class SectionPage;

/// Takes a picture of every screen: whoever changes the look sees all of it. What the menus hold is found there, so that a
/// new act has its picture by itself: each menu is shown, and each act that asks something ("…") is begun and left by Esc.
class Gallery
{
public:
    /// @p sample: a CSV to import.
    Gallery(MainWindow &window, Camera &camera, QString sample);

    /// The window without a file.
    void startPage();
    /// The file that is open.
    void office();

private:
    void menuBar();
    void section(SectionPage *page, const QString &code);
    void views(SectionPage *page, const QString &code);
    void items(SectionPage *page, const QString &code);
    void card(const ItemRef &item, const QString &code);
    /// The card while it is configured.
    void layout();
    /// A day, the calendar in each of its looks, what tells of others, and what reminds.
    void ownPages();
    void reminders();
    /// What is asked after the last activity of an item, where there is one without any.
    void nextStep(const QList<qint64> &ids, qint64 typeId);
    void settings();
    void filter(SectionPage *page);
    void palette();
    void messages();
    /// Shows a menu, those within it, and what its acts ask.
    void menu(QMenu *menu, const QString &name);
    void questions(const QMenu *menu, const QString &name);
    void question(QAction *action, const QString &name);
    /// Begins something and takes a picture of each dialog or menu that stands before the window, until none does.
    void shown(const QString &name, const std::function<void()> &begin);

    MainWindow &m_window;
    Camera &m_camera;
    Moments m_moments;
    QString m_sample;
};

} // namespace Kartoteka
