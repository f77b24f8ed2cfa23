// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/list_footer.h"

#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace Kartoteka {

ListFooter::ListFooter(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"listFooter"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::xs, Space::l, Space::xs);
    layout->setSpacing(Space::s);
    m_selected = new QLabel(this);
    m_selected->setObjectName(u"selectedCount"_s);
    m_acts = new QPushButton(tr("Do with them…"), this);
    m_acts->setObjectName(u"bulkActs"_s);
    m_all = new QPushButton(tr("Select all that match"), this);
    m_all->setObjectName(u"selectAll"_s);
    m_all->setToolTip(tr("Everything that the filter finds, shown or not (Ctrl+A)"));
    m_totals = new QLabel(this);
    m_totals->setObjectName(u"listTotals"_s);
    m_totals->setProperty("muted", true);
    layout->addWidget(m_selected);
    layout->addWidget(m_acts);
    layout->addWidget(m_all);
    layout->addStretch(1);
    layout->addWidget(m_totals);
    connect(m_all, &QPushButton::clicked, this, &ListFooter::allWanted);
    connect(m_acts, &QPushButton::clicked, this, [this] { emit actsWanted(m_acts->mapToGlobal(QPoint(0, -Space::xs))); });
    setSelected(0);
}

void ListFooter::setSelected(qsizetype count)
{
    m_selected->setText(tr("Selected: %1").arg(QLocale().toString(count)));
    m_selected->setVisible(count > 0);
    m_acts->setVisible(count > 0);
}

void ListFooter::setFilled(bool filled)
{
    m_all->setEnabled(filled);
}

void ListFooter::showTotals(const ItemQuery &query, const QStringList &columns)
{
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<FieldSums>(m_load, [query, columns](ReadContext &context) { return querySums(context, query, columns); })
        .then(this, [this, typeId = query.typeId, columns, token = m_load](const Result<FieldSums> &sums) {
            if (token.isCancelled() || !sums)
                return; // the list itself says what is wrong
            QStringList parts;
            for (const QString &code : columns) {
                const Field *field = m_store.schema()->field(typeId, code);
                const QHash<QString, Value> one = sums->value(code);
                if (!field || one.isEmpty())
                    continue;
                QStringList amounts;
                for (auto it = one.cbegin(); it != one.cend(); ++it)
                    amounts << (field->type == FieldType::Money        ? moneyText({it->toLongLong(), it.key()})
                                    : field->type == FieldType::Number ? QLocale().toString(it->toDouble())
                                                                       : QLocale().toString(it->toLongLong()));
                amounts.sort();
                parts << tr("%1: %2", "field and its sum").arg(displayName(*field), amounts.join(u" + "_s));
            }
            m_totals->setText(parts.join(u"   ·   "_s));
            m_totals->setToolTip(tr("Sums over everything the filter finds"));
        });
}

} // namespace Kartoteka
