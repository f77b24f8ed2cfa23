// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/wait_dialog.h"

#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int patienceMs = 300; ///< shorter work is done before a dialog could be read

} // namespace

WaitDialog::WaitDialog(QWidget *parent, const QString &title, const QString &text) : QDialog(parent)
{
    setWindowTitle(title);
    setObjectName(u"waitDialog"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *what = new QLabel(text, this);
    what->setWordWrap(true);
    layout->addWidget(what);
    auto *bar = new QProgressBar(this);
    bar->setRange(0, 0); // how long a step takes is not known
    bar->setTextVisible(false);
    layout->addWidget(bar);
    m_step = new QLabel(this);
    m_step->setProperty("muted", true);
    layout->addWidget(m_step);
    auto *buttons = new QDialogButtonBox(this);
    m_stop = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_stop->setObjectName(u"waitCancel"_s);
    layout->addStretch(); // a wrapped text is given more height than it needs
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &WaitDialog::reject);
    setFixedWidth(scaled(460, fontMetrics()));
}

Result<void> WaitDialog::run(QWidget *parent, const QString &title, const QString &text, const Work &work)
{
    WaitDialog dialog(parent, title, text);
    Result<void> result;
    const Say say = [&dialog](const QString &step) {
        QMetaObject::invokeMethod(
            &dialog, [&dialog, step] { dialog.m_step->setText(step); }, Qt::QueuedConnection);
    };
    const std::unique_ptr<QThread> thread(QThread::create([&] { result = work(say, dialog.m_cancel); }));
    connect(thread.get(), &QThread::finished, &dialog, &QDialog::accept);
    thread->start();
    if (!thread->wait(patienceMs))
        dialog.exec();
    thread->wait();
    return result;
}

void WaitDialog::reject()
{
    m_cancel.cancel();
    m_stop->setEnabled(false);
    m_stop->setText(tr("Stopping…"));
}

} // namespace Kartoteka
