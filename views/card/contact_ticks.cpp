// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/contact_ticks.h"

#include "views/theme/theme.h"
#include "views/widgets/row_checks.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int mostRows = 6; ///< it scrolls from there on

QString lineOf(const FoundClient &person)
{
    const QString reach = person.phone.isEmpty() ? person.email : person.phone;
    return reach.isEmpty() ? person.title : u"%1 · %2"_s.arg(person.title, reach);
}

} // namespace

ContactTicks::ContactTicks(QWidget *parent)
    : QFrame(parent), m_head(new QLabel(this)), m_list(new QListWidget(this)), m_add(new QPushButton(tr("Add"), this))
{
    setObjectName(u"contactTicks"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::m);
    layout->setSpacing(Space::s);
    m_head->setFont(Theme::strong(font()));
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    layout->addWidget(m_head);
    m_list->setObjectName(u"contactTicksList"_s);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    layout->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    m_add->setObjectName(u"contactTicksAdd"_s);
    makePrimary(m_add);
    auto *none = new QPushButton(tr("Not now"), this);
    none->setObjectName(u"contactTicksNone"_s);
    row->addWidget(m_add);
    row->addWidget(none);
    row->addStretch(1);
    layout->addLayout(row);
    hide();
    checkByRows(*m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ContactTicks::tellTicked);
    connect(m_add, &QPushButton::clicked, this, &ContactTicks::accept);
    connect(none, &QPushButton::clicked, this, &QWidget::hide);
}

void ContactTicks::offer(const QString &company, const QList<FoundClient> &people)
{
    m_people = people;
    m_head->setText(tr("Contacts: %1").arg(company));
    m_list->setAccessibleName(m_head->text());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const FoundClient &person : people) {
        auto *item = new QListWidgetItem(lineOf(person), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(item->text().toHtmlEscaped());
    }
    m_list->setCurrentRow(0);
    fitToRows();
    tellTicked();
    setVisible(!people.isEmpty());
}

void ContactTicks::leaveOut(const QList<ItemRef> &known)
{
    const QSignalBlocker quiet(m_list);
    for (int row = int(m_people.size()) - 1; row >= 0; --row) {
        if (!known.contains(m_people[row].ref))
            continue;
        m_people.removeAt(row);
        delete m_list->takeItem(row);
    }
    fitToRows();
    tellTicked();
    if (m_people.isEmpty())
        hide();
}

void ContactTicks::fitToRows()
{
    const int rows = qBound(1, m_list->count(), mostRows);
    m_list->setFixedHeight(rows * qMax(m_list->sizeHintForRow(0), fontMetrics().height()) + 2 * m_list->frameWidth()
                           + Space::s);
}

QList<ItemRef> ContactTicks::ticked() const
{
    QList<ItemRef> people;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            people << m_people[row].ref;
    }
    return people;
}

void ContactTicks::tellTicked()
{
    const int count = int(ticked().size());
    m_add->setText(count == 0 ? tr("Add") : tr("Add %n", "people", count));
    m_add->setEnabled(count > 0);
}

void ContactTicks::accept()
{
    const QList<ItemRef> people = ticked();
    if (people.isEmpty())
        return;
    hide();
    emit added(people);
}

bool ContactTicks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ContactTicks::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Kartoteka
