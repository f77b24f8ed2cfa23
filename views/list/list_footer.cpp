// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/list_footer.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/theme/theme.h"
#include "views/widgets/short_sum.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace Kartoteka {

ListFooter::ListFooter(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"listFooter"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    layout->setSpacing(Space::s);
    m_totals = new QLabel(this);
    m_totals->setObjectName(u"listTotals"_s);
    m_totals->setProperty("muted", true);
    m_totals->setFont(Theme::small(font()));
    layout->addStretch(1);
    layout->addWidget(m_totals);
    hide();
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
            QStringList brief;
            const QHash<QString, Value> money = sums->value(Codes::amount);
            for (auto it = money.cbegin(); it != money.cend(); ++it)
                brief << shortSum({it->toLongLong(), it.key()});
            brief.sort();
            emit summed(brief.join(u" + "_s));
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
            setVisible(!parts.isEmpty());
            m_totals->setToolTip(tr("Sums over everything the filter finds"));
        });
}

} // namespace Kartoteka
