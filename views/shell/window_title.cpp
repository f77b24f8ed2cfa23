// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/window_title.h"

#include "models/shell/own_company_watch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QWidget>

namespace Kartoteka {

void followTitle(QWidget &window, Store &store, QObject *office)
{
    const OwnCompanyWatch &watch = OwnCompanyWatch::of(store);
    const auto show = [&window, &watch, file = QFileInfo(store.path()).fileName()] {
        const QString name = watch.company() ? watch.company()->name : file;
        window.setWindowTitle(QCoreApplication::translate("Kartoteka::MainWindow", "%1 — Kartoteka").arg(name));
    };
    QObject::connect(&watch, &OwnCompanyWatch::changed, office, show);
    show();
    window.setWindowFilePath(store.path()); // where dialogs for files begin
    QObject::connect(office, &QObject::destroyed, &window, [&window] { window.setWindowFilePath({}); });
}

} // namespace Kartoteka
