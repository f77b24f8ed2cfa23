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

WaitDialog::WaitDialog(QWidget *parent, const QString &title, const QString &text) : WalkedDialog(parent)
{
    setWindowTitle(title);
    setObjectName(u"waitDialog"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *what = new QLabel(text, this);
    what->setWordWrap(true);
    layout->addWidget(what);
    m_bar = new QProgressBar(this);
    m_bar->setAccessibleName(text);
    m_bar->setRange(0, 0); // until it is known how long it takes
    m_bar->setTextVisible(false);
    layout->addWidget(m_bar);
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

void WaitDialog::Say::operator()(const QString &step) const
{
    QMetaObject::invokeMethod(
        &m_dialog, [label = m_dialog.m_step, step] { label->setText(step); }, Qt::QueuedConnection);
}

void WaitDialog::Say::progress(int done, int total) const
{
    QMetaObject::invokeMethod(
        &m_dialog,
        [bar = m_dialog.m_bar, done, total] {
            bar->setMaximum(total);
            bar->setValue(done);
        },
        Qt::QueuedConnection);
}

Result<void> WaitDialog::run(QWidget *parent, const QString &title, const QString &text, const Work &work)
{
    WaitDialog dialog(parent, title, text);
    Result<void> result;
    const Say say(dialog);
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
