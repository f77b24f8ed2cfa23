// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/product_tab.h"

#include "core/schema/codes.h"
#include "views/card/product_search.h"
#include "views/card/product_table.h"
#include "views/fields/offered_currencies.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/notice_bar.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

ProductTab::ProductTab(Store &store, QWidget *parent) : CardTab(parent), m_store(store), m_model(store)
{
    setObjectName(u"productTab"_s);
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    m_notice = new NoticeBar(this);
    m_notice->hide();
    m_table = new ProductTable(m_model, this);
    m_empty = new EmptyState(m_table, false);
    down->addWidget(makeHead());
    down->addWidget(m_notice);
    down->addWidget(m_table, 1);
    down->addWidget(makeFoot());
    connect(m_search, &ProductSearch::chosen, this, [this](const CatalogueProduct &product) { m_model.add(product); });
    connect(m_search, &ProductSearch::written, this, [this](const QString &name) { m_model.add(name); });
    connect(m_search, &ProductSearch::failed, this, &ProductTab::showProblem);
    connect(m_table, &ProductTable::addWanted, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(&m_model, &ProductModel::failed, this, &ProductTab::showProblem);
    connect(&m_model, &ProductModel::changed, this, &ProductTab::refresh);
    connect(&m_model, &ProductModel::added, this, [this](int row) {
        m_problem->hide();
        m_table->setCurrentRow(row);
    });
    setTabOrder(m_search, m_currency);
    setTabOrder(m_currency, m_table);
    setTabOrder(m_table, m_compute);
    setFocusProxy(m_search);
    refresh();
}

QWidget *ProductTab::makeHead()
{
    auto *head = new QWidget(this);
    auto *along = new QHBoxLayout(head);
    along->setContentsMargins(Space::xl, Space::m, Space::xl, Space::m);
    along->setSpacing(Space::s);
    m_search = new ProductSearch(m_store, head);
    along->addWidget(m_search, 1);
    m_currency = new QToolButton(head);
    m_currency->setObjectName(u"productCurrency"_s);
    m_currency->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_currency->setIcon(Theme::of(palette()).icon(u"chevron-down"_s, ColourRole::Muted));
    m_currency->setLayoutDirection(Qt::RightToLeft); // its arrow stands behind the code
    connect(m_currency, &QToolButton::clicked, this, [this] { askCurrency(); });
    along->addWidget(m_currency);
    return head;
}

QWidget *ProductTab::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"listFooter"_s);
    auto *down = new QVBoxLayout(foot);
    down->setContentsMargins(Space::xl, Space::s, Space::xl, Space::m);
    down->setSpacing(Space::xs);
    m_problem = new QLabel(foot);
    m_problem->setObjectName(u"productProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    down->addWidget(m_problem);
    auto *said = new QHBoxLayout;
    said->setSpacing(Space::s);
    m_state = new QLabel(foot);
    m_state->setObjectName(u"productState"_s);
    m_state->setProperty("muted", true);
    m_compute = new QPushButton(tr("Calculate from products"), foot);
    m_compute->setObjectName(u"productCompute"_s);
    m_compute->setProperty("inBar", true);
    connect(m_compute, &QPushButton::clicked, this, [this] {
        m_table->setFocus(); // the button is about to go
        m_model.computeAgain();
    });
    said->addWidget(m_state);
    said->addWidget(m_compute);
    said->addStretch(1);
    down->addLayout(said);
    auto *along = new QHBoxLayout;
    along->addStretch(1);
    m_totals = new QLabel(foot);
    m_totals->setObjectName(u"productTotals"_s);
    m_totals->setProperty("muted", true);
    m_totals->setTextFormat(Qt::PlainText);
    m_total = new QLabel(foot);
    m_total->setObjectName(u"productTotal"_s);
    m_total->setFont(Theme::title(font()));
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    along->addWidget(m_totals, 0, Qt::AlignVCenter);
    along->addSpacing(Space::m);
    along->addWidget(m_total, 0, Qt::AlignVCenter);
    down->addLayout(along);
    return foot;
}

void ProductTab::setItem(const Item &item)
{
    m_problem->hide();
    m_model.setItem(item.ref());
}

bool ProductTab::hasUnsaved() const
{
    return m_table->isEditing();
}

bool ProductTab::saveUnsaved()
{
    m_problem->hide();
    m_table->finishEditing();
    return m_problem->isHidden();
}

void ProductTab::discard()
{
    m_table->cancelEditing();
}

void ProductTab::showProblem(const Error &error)
{
    m_problem->setText(error.message);
    m_problem->show();
    m_problem->parentWidget()->show();
}

void ProductTab::refresh()
{
    const bool isEmpty = m_model.isLoaded() && m_model.rows().isEmpty();
    if (isEmpty) {
        m_empty->setText({.drawing = Drawing::List,
                          .title = tr("No products yet"),
                          .text = tr("Type a name above, or paste lines from a spreadsheet."),
                          .acts = {{.name = u"addProduct"_s, .text = tr("Add a product"), .icon = u"plus"_s, .run = [this] {
                                        m_search->setFocus(Qt::MouseFocusReason);
                                    }}}});
    }
    m_empty->setVisible(isEmpty);
    m_currency->setText(m_model.summary().currency);
    m_currency->setToolTip(tr("Currency of the products and of the amount"));
    m_currency->setAccessibleName(tr("Currency: %1").arg(m_model.summary().currency));
    // Before there is anything in a currency, the first product decides.
    m_currency->setEnabled(!m_model.rows().isEmpty() || m_model.item().value(Codes::amount).isValid());
    refreshNotice();
    refreshTotals();
}

void ProductTab::refreshNotice()
{
    const qsizetype inOther = m_model.summary().inOtherCurrency;
    const auto replaced = m_model.replacedAmount();
    const QString text = inOther > 0 ? tr("%n row(s) are in another currency and not in the total.", nullptr, int(inOther))
        : replaced                   ? tr("The amount was %1 and comes from the products now.").arg(moneyText(*replaced))
                                     : QString();
    if (text.isEmpty()) {
        m_notice->hide();
        return;
    }
    if (m_notice->isVisibleTo(this) && m_notice->text() == text)
        return;
    m_notice->say(text, false);
    const auto add = [this](const QString &said, const QString &name, const std::function<void()> &act) {
        m_notice->addAct(said, name, [this, act] {
            m_table->setFocus(); // the button is about to go
            act();
        });
    };
    if (inOther > 0) {
        add(tr("Convert by today's rate"), u"productsConvert"_s,
            [this] { m_model.setCurrency(m_model.summary().currency, true); });
        add(tr("Keep the numbers"), u"productsKeep"_s, [this] { m_model.setCurrency(m_model.summary().currency, false); });
    } else {
        add(tr("Keep %1", "an amount").arg(moneyText(*replaced)), u"amountKeep"_s, [this] { m_model.keepReplaced(); });
    }
    m_notice->show();
}

void ProductTab::refreshTotals()
{
    const ProductSummary &summary = m_model.summary();
    const ProductTotals &totals = summary.totals;
    const auto amount = [&summary](qint64 minor) { return amountText(minor, summary.currency); };
    QStringList parts{tr("Net %1", "sum without tax").arg(amount(totals.net))};
    if (totals.discount != 0)
        parts << tr("Discount %1").arg(amount(totals.discount));
    parts << tr("Tax %1", "sum").arg(amount(totals.tax));
    m_totals->setText(parts.join(u"   "_s));
    const QString total = moneyText({totals.total, summary.currency});
    m_total->setText(summary.inOtherCurrency > 0 ? tr("%1, incomplete", "a total").arg(total) : total);
    m_total->setAccessibleName(tr("Total: %1").arg(m_total->text()));
    const bool hasRows = !m_model.rows().isEmpty();
    m_totals->setVisible(hasRows);
    m_total->setVisible(hasRows);
    m_problem->parentWidget()->setVisible(hasRows || !m_problem->isHidden()); // no foot with nothing in it
    const bool automatic = isAmountAutomatic(m_model.item());
    const bool canFollow = m_store.schema()->field(m_model.item().typeId, Codes::amountAuto) != nullptr;
    m_state->setText(!hasRows || !canFollow ? QString()
                         : automatic        ? tr("The amount of the card comes from the products.")
                                            : tr("The amount of the card does not come from the products."));
    m_state->setVisible(hasRows && canFollow);
    m_compute->setVisible(hasRows && canFollow && !automatic);
}

void ProductTab::askCurrency()
{
    QMenu menu(this);
    QStringList codes = offeredCurrencies(*m_store.schema());
    if (!codes.contains(m_model.summary().currency))
        codes << m_model.summary().currency;
    for (const QString &code : std::as_const(codes)) {
        QAction *action = menu.addAction(code, this, [this, code] { askCurrency(code); });
        action->setCheckable(true);
        action->setChecked(code == m_model.summary().currency);
    }
    menu.exec(m_currency->mapToGlobal(QPoint(0, m_currency->height())));
}

void ProductTab::askCurrency(const QString &currency)
{
    if (currency == m_model.summary().currency)
        return;
    const Rates &rates = m_model.rates();
    QStringList missing;
    for (const QString &one : {m_model.summary().currency, currency}) {
        if (one != rates.base && !rates.values.contains(one))
            missing << one;
    }
    const QString question = tr("Change the currency from %1 to %2?").arg(m_model.summary().currency, currency);
    const QString day = QLocale().toString(rates.day, QLocale::ShortFormat);
    AskDialog dialog(this, question,
                     missing.isEmpty()
                         ? tr("Prices and the amount can be converted by the rates of %1, or keep their numbers.").arg(day)
                         : tr("There is no rate of %1, so that nothing can be converted: prices and the amount keep their "
                              "numbers. Rates are entered in Settings, “Currencies and rates”.")
                               .arg(missing.join(u", "_s)));
    if (missing.isEmpty())
        dialog.addAnswer(tr("Convert"), u"convert"_s);
    dialog.addAnswer(tr("Keep the numbers"), u"keep"_s,
                     missing.isEmpty() ? AskDialog::Kind::Other : AskDialog::Kind::Primary);
    dialog.addCancel();
    if (const QString answer = dialog.ask(); !answer.isEmpty())
        m_model.setCurrency(currency, answer == u"convert");
}

} // namespace Kartoteka
