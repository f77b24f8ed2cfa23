// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/demo_maker.h"

#include "core/base/texts.h"
#include "core/demo/demo_data.h"
#include "core/office.h"
#include "core/schema/builtin_names.h"

#include <QProgressDialog>
#include <QThread>

namespace Kartoteka {

void fillWithDemo(QWidget *window, const QString &path, const std::function<void(const QString &problem)> &done)
{
    auto *progress = new QProgressDialog(Texts::tr("Making the demo office…"), Texts::tr("Cancel"), 0, 100, window);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setWindowTitle(u"Kartoteka"_s);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(300);
    CancelToken cancel;
    QObject::connect(progress, &QProgressDialog::canceled, window, [cancel] { cancel.cancel(); });
    auto *thread = QThread::create([window, path, progress, cancel, done, language = nameLanguage()] {
        QString problem;
        if (auto store = openOffice(path)) {
            DemoOptions options;
            options.language = language;
            options.cancel = cancel;
            options.progress = [window, progress](int made, int total) {
                QMetaObject::invokeMethod(
                    window, [progress, made, total] { progress->setValue(made * 99 / qMax(1, total)); },
                    Qt::QueuedConnection);
            };
            if (auto filled = fillDemo(**store, options); !filled)
                problem = filled.error().message;
        } else {
            problem = store.error().message;
        }
        QMetaObject::invokeMethod(
            window,
            [progress, problem, done] {
                progress->close();
                done(problem);
            },
            Qt::QueuedConnection);
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace Kartoteka
