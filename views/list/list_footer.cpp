// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/list_footer.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "models/base/rate_watch.h"
#include "models/base/sum_text.h"
#include "views/theme/theme.h"

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
    connect(&RateWatch::of(store), &RateWatch::changed, this, [this] { show(m_sums); });
    hide();
}

QWidget *ListFooter::totals() const
{
    return m_totals;
}

void ListFooter::showTotals(const ItemQuery &query, const QStringList &shown)
{
    QStringList columns = shown;
    columns.removeAll(Codes::price); // of one piece of each: together they say nothing
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<FieldSums>(m_load, [query, columns](ReadContext &context) { return querySums(context, query, columns); })
        .then(this, [this, typeId = query.typeId, columns, token = m_load](const Result<FieldSums> &sums) {
            if (token.isCancelled() || !sums)
                return; // the list itself says what is wrong
            m_typeId = typeId;
            m_columns = columns;
            show(*sums);
        });
}

void ListFooter::show(const FieldSums &sums)
{
    m_sums = sums;
    const Rates &rates = RateWatch::of(m_store).rates();
    const auto amounts = [&sums](const QString &code) {
        QHash<QString, qint64> found;
        const QHash<QString, Value> all = sums.value(code).values;
        for (auto it = all.cbegin(); it != all.cend(); ++it)
            found.insert(it.key(), it->toLongLong());
        return found;
    };
    emit summed(sumText(rates, amounts(Codes::amount), sums.value(Codes::amount).closed, true));
    QStringList parts;
    QStringList tip{tr("Sums over everything the filter finds")};
    for (const QString &code : std::as_const(m_columns)) {
        const Field *field = m_store.schema()->field(m_typeId, code);
        const QHash<QString, Value> one = sums.value(code).values;
        if (!field || one.isEmpty())
            continue;
        const auto say = [field](const QString &text) {
            return tr("%1: %2", "field and its sum").arg(displayName(*field), text);
        };
        if (field->type != FieldType::Money) {
            const Value sum = *one.cbegin();
            parts << say(field->type == FieldType::Number ? QLocale().toString(sum.toDouble())
                                                          : QLocale().toString(sum.toLongLong()));
            continue;
        }
        const QString whole = sumText(rates, amounts(code), sums.value(code).closed);
        // Where it is one number in the base currency, its parts stand in the tip.
        const bool isOne = whole.startsWith(u'≈');
        parts << say(isOne ? whole.section(u" = "_s, 0, 0) : whole);
        if (isOne)
            tip << say(whole);
    }
    m_totals->setText(parts.join(u"   ·   "_s));
    setVisible(!parts.isEmpty());
    m_totals->setToolTip(tip.join(u'\n'));
}

} // namespace Kartoteka
