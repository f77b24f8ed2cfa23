// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_bar.h"

#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace Kartoteka {

TaskBar::TaskBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"viewRow"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::xs, Space::l, Space::xs);
    layout->setSpacing(Space::m);
    m_name = new QLabel(this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_state = new QLabel(this);
    m_state->setProperty("muted", true);
    m_waiting = new QLabel(this);
    m_waiting->setObjectName(u"taskWaiting"_s);
    m_waiting->setProperty("muted", true);
    m_waiting->hide();
    auto *stop = new QPushButton(tr("Cancel"), this);
    stop->setObjectName(u"taskCancel"_s);
    layout->addWidget(m_name);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_waiting);
    layout->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &TaskBar::cancel);
    hide();
}

void TaskBar::start(const QString &name, const CancelToken &cancel)
{
    m_cancel = cancel;
    m_name->setText(name);
    m_state->clear();
    m_bar->setRange(0, 0);
    m_elapsed.start();
    show();
}

void TaskBar::progress(qint64 done, qint64 total, qint64 items)
{
    if (total <= 0)
        return;
    m_bar->setRange(0, 1000);
    m_bar->setValue(int(done * 1000 / total));
    const double seconds = qMax(0.001, double(m_elapsed.elapsed()) / 1000.0);
    const double left = done > 0 ? seconds * double(total - done) / double(done) : 0;
    m_state->setText(tr("%1 · %2 per second · %3 s left")
                         .arg(QLocale().toString(items), QLocale().toString(qint64(double(items) / seconds)),
                              QLocale().toString(qRound64(left))));
}

void TaskBar::finish()
{
    hide();
}

void TaskBar::setWaiting(const QStringList &names)
{
    m_waiting->setText(tr("%n more waiting", nullptr, int(names.size())));
    m_waiting->setToolTip(names.join(u'\n'));
    m_waiting->setVisible(!names.isEmpty());
}

void TaskBar::cancel()
{
    m_cancel.cancel();
    m_state->setText(tr("Stopping…"));
}

} // namespace Kartoteka
