// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/money_page.h"

#include "core/items/date_parse.h"
#include "core/money/rate_acts.h"
#include "core/money/rate_queries.h"
#include "core/schema/setting_options.h"
#include "views/settings/edit_table.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

enum RateColumn { DayColumn, ValueColumn };

constexpr int mostRates = 6;     ///< rows before the table scrolls
constexpr int listedRates = 400; ///< a year of working days and more

QString dayText(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

/// "USD $", as the settings list currencies.
QString currencyText(const QString &code)
{
    static const QList<SettingOption> known = settingOptions(*findSetting(u"currency"_s));
    const auto it = std::ranges::find(known, code, &SettingOption::value);
    return it == known.end() ? code : it->text;
}

} // namespace

MoneyPage::MoneyPage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"money"_s, tr("Currencies and rates"), u"money"_s, parent)
    , m_currencies(new DefinitionList(this))
    , m_rates(new EditTable(u"rates"_s, tr("Rates"), {tr("From day"), tr("Rate")}, this))
    , m_ratesOf(new QLabel(this))
{
    setKeywords(tr("exchange rates, money, taxes"));
    addSettings();
    addHeading(tr("Other currencies"));
    m_currencies->setObjectName(u"currencies"_s);
    m_currencies->setAccessibleName(tr("Other currencies"));
    m_currencies->setShowsCurrent(true); // whose rates stand below
    body()->addWidget(m_currencies);
    m_currencies->setEmptyText(tr("Other currencies the office works with will be here"));
    addPart(u"currencies"_s, tr("Other currencies"), tr("the office works with, and their rates"), m_currencies);
    QPushButton *read = makeButton(u"ratesRead"_s, tr("Rates from a file…"), [this] { readFile(); });
    read->setToolTip(tr("The daily file of the Bank of Russia or of the European Central Bank"));
    QPushButton *paste = makeButton(u"ratesPaste"_s, tr("Paste rates"), [this] { this->paste(); });
    paste->setToolTip(tr("Lines such as “USD 02.03.2026 92.50” from the clipboard"));
    addButtons({makeButton(u"currencyAdd"_s, tr("Add a currency…"), [this] { askCurrency(); }), read, paste});
    m_ratesOf->setFont(Theme::strong(font()));
    m_ratesOf->setContentsMargins(Space::s, Space::l, 0, 0);
    body()->addWidget(m_ratesOf);
    m_rates->setEmptyText(tr("No rate yet: totals leave this currency out and say so"));
    body()->addWidget(m_rates);
    m_addRate = makeButton(u"rateAdd"_s, tr("Add a rate…"), [this] { askRate(); });
    m_removeRate = makeButton(u"rateRemove"_s, tr("Remove"), [this] { removeRate(); });
    addButtons({m_addRate, m_removeRate});
    addNote(tr("A rate applies until the next one. Totals in several currencies are shown in the base "
               "currency; missing rates are named. Currencies are shared by everyone, and every change "
               "can be undone."));
    connect(m_currencies, &DefinitionList::currentChosen, this, &MoneyPage::fillRates);
    connect(m_currencies, &DefinitionList::opened, this, &MoneyPage::askRate);
    connect(m_currencies, &DefinitionList::menuWanted, this, [this](qint64, const QPoint &at) { openMenu(at); });
    connect(m_currencies, &DefinitionList::ordered, this, [this](const QList<qint64> &ids) {
        commit(planOrderCurrencies(*this->store().schema(), ids), tr("The order of the currencies was changed"));
    });
    connect(m_rates, &EditTable::removeWanted, this, &MoneyPage::removeRate);
    connect(m_rates, &EditTable::edited, this, [this](int row, int, const QString &text) {
        const auto value = parseRate(text);
        const QDate day = m_rates->item(row, DayColumn)->data(Qt::UserRole + 1).toDate();
        if (value)
            write(QList<DayRate>{{currency(), day, *value}});
        else
            write(Error{ErrorCode::Usage, tr("“%1” is not a rate.").arg(text), {}, {}});
    });
    auto *shortcut = new QShortcut(QKeySequence::Paste, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &MoneyPage::paste);
    connect(&store, &Store::schemaChanged, this, &MoneyPage::fill);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool isOfRates = std::ranges::any_of(notice.records,
                                                   [](const RecordChange &change) { return change.table == u"rate"; });
        if (notice.whole || notice.external || isOfRates)
            fill();
    });
    fill();
}

QString MoneyPage::currency() const
{
    const auto it = std::ranges::find(store().schema()->currencies(), m_currencies->current(), &Currency::id);
    return it == store().schema()->currencies().end() ? QString() : it->code;
}

void MoneyPage::fill()
{
    m_load.cancel();
    m_load = CancelToken();
    using Latest = QHash<QString, RateLine>;
    const QDate today = store().clock().localNow().date();
    store()
        .read<Latest>(m_load,
                      [today](ReadContext &context) -> Result<Latest> {
                          Latest latest;
                          for (const Currency &one : context.schema->currencies()) {
                              auto line = latestRate(context, one.code, today);
                              if (!line)
                                  return line.error();
                              if (*line)
                                  latest.insert(one.code, **line);
                          }
                          return latest;
                      })
        .then(this, [this, token = m_load](const Result<Latest> &latest) {
            if (token.isCancelled() || !latest)
                return;
            const SchemaPtr schema = store().schema();
            const QList<Currency> &all = schema->currencies();
            QList<Definition> rows;
            for (const Currency &one : all) {
                const auto line = latest->constFind(one.code);
                rows.append({.id = one.id,
                             .name = currencyText(one.code),
                             .note = line == latest->cend()
                                 ? missingText({one.code})
                                 : tr("%1 from %2").arg(rateText(line->value), dayText(line->day)),
                             .canRename = false});
            }
            m_currencies->setDefinitions(rows);
            if (m_currencies->current() == 0 && !rows.isEmpty())
                m_currencies->setCurrent(rows.constFirst().id); // whose rates are shown
            fillRates();
        });
}

void MoneyPage::fillRates()
{
    const QString code = currency();
    m_ratesOf->setText(code.isEmpty() ? tr("Rates") : tr("Rates of %1 in %2").arg(code, store().schema()->baseCurrency()));
    m_addRate->setEnabled(!code.isEmpty());
    // Without a currency there is nothing that could have rates.
    for (QWidget *part : {static_cast<QWidget *>(m_ratesOf), static_cast<QWidget *>(m_rates),
                          static_cast<QWidget *>(m_addRate), static_cast<QWidget *>(m_removeRate)})
        part->setHidden(code.isEmpty());
    m_loadRates.cancel();
    m_loadRates = CancelToken();
    if (code.isEmpty()) {
        m_rates->beginRows(0);
        m_rates->endRows(1);
        m_removeRate->setEnabled(false);
        return;
    }
    store()
        .read<QList<RateLine>>(m_loadRates,
                               [code](ReadContext &context) { return readRateLines(context, code, listedRates); })
        .then(this, [this, token = m_loadRates](const Result<QList<RateLine>> &lines) {
            if (token.isCancelled() || !lines)
                return;
            m_rates->beginRows(int(lines->size()));
            for (int row = 0; row < lines->size(); ++row) {
                const RateLine &line = lines->at(row);
                m_rates->put(row, DayColumn, dayText(line.day), line.id)->setData(Qt::UserRole + 1, line.day);
                EditTable::allowEditing(*m_rates->put(row, ValueColumn, rateText(line.value)));
            }
            m_rates->endRows(mostRates);
            m_removeRate->setEnabled(!lines->isEmpty());
        });
}

void MoneyPage::askCurrency()
{
    AskDialog dialog(this, tr("Which currency do you want to add?"));
    auto *choice = new QComboBox(&dialog);
    choice->setObjectName(u"currencyChoice"_s);
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    for (const SettingOption &option : settingOptions(*findSetting(u"currency"_s)))
        choice->addItem(option.text, option.value);
    choice->setCurrentIndex(-1);
    choice->completer()->setFilterMode(Qt::MatchContains);
    choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    dialog.addField(tr("Code, sign or name"), choice);
    dialog.waitFor(choice->lineEdit());
    const auto code = [choice] {
        const QString typed = choice->currentText().trimmed();
        const int known = choice->findText(typed, Qt::MatchFixedString);
        return known >= 0 ? choice->itemData(known).toString() : typed;
    };
    dialog.setCheck([this, code] {
        const auto changes = planAddCurrency(*store().schema(), code());
        return changes ? QString() : changes.error().message;
    });
    dialog.addAnswer(tr("Add"), u"add"_s);
    dialog.addCancel();
    if (dialog.ask() == u"add")
        commit(planAddCurrency(*store().schema(), code()), tr("Added: %1").arg(code()));
}

void MoneyPage::openMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"currencyMenu"_s);
    menu.addAction(tr("Add a rate…"), this, &MoneyPage::askRate)->setObjectName(u"currencyRate"_s);
    menu.addSeparator();
    menu.addAction(Theme::of(palette()).icon(u"trash"_s, ColourRole::Danger), tr("Remove"), this, &MoneyPage::removeCurrency)
        ->setObjectName(u"currencyRemove"_s);
    menu.exec(at);
}

void MoneyPage::removeCurrency()
{
    const QString code = currency();
    if (!code.isEmpty())
        commit(planRemoveCurrency(store().reader(), code, store().clock().now()), tr("Removed: %1").arg(code));
}

void MoneyPage::askRate()
{
    const QString code = currency();
    if (code.isEmpty())
        return;
    AskDialog dialog(this, tr("What is 1 %1 worth in %2?").arg(code, store().schema()->baseCurrency()));
    QLineEdit *value = dialog.addLine(tr("Rate"));
    value->setObjectName(u"rateValue"_s);
    auto *day = new QLineEdit(typedDay(store().clock().localNow().date()), &dialog);
    day->setObjectName(u"rateDay"_s);
    dialog.addField(tr("From day"), day);
    dialog.addAnswer(tr("Add"), u"add"_s);
    dialog.addCancel();
    if (dialog.ask() != u"add")
        return;
    const auto rate = parseRate(value->text());
    const auto from = parseDate(day->text(), typedReading());
    if (!rate)
        write(Error{ErrorCode::Usage, tr("“%1” is not a rate.").arg(value->text()), {}, {}});
    else if (!from)
        write(Error{ErrorCode::Usage, tr("“%1” is not a day.").arg(day->text()), {}, {}});
    else
        write(QList<DayRate>{{code, *from, *rate}});
}

void MoneyPage::removeRate()
{
    const qint64 id = m_rates->currentKey().toLongLong();
    if (id == 0)
        return;
    const QString subject = currency() + u' ' + m_rates->item(m_rates->currentRow(), DayColumn)->text();
    commit(planRemoveRate(subject, id, store().clock().now()), tr("Removed: %1").arg(subject));
}

void MoneyPage::paste()
{
    write(readRateLines(QGuiApplication::clipboard()->text(), store().clock().localNow().date()));
}

void MoneyPage::readFile()
{
    const auto bytes = askForBytes(tr("Rates from a file"), tr("Rates of a bank (*.xml);;All files (*)"), largestRateFile);
    if (!bytes)
        return;
    QStringList wanted;
    for (const Currency &one : store().schema()->currencies())
        wanted << one.code;
    auto found = readRateFile(*bytes, store().schema()->baseCurrency(), wanted);
    if (!found)
        write(found.error());
    else if (found->rates.isEmpty())
        write(Error{ErrorCode::Refused,
                    tr("The office works with none of the currencies in the file (%1). Add those you need first.")
                        .arg(found->others.join(u", "_s)),
                    {},
                    {}});
    else
        write(found->rates);
}

void MoneyPage::write(const Result<QList<DayRate>> &rates)
{
    if (!rates) {
        fill();
        emit failed(rates.error());
        return;
    }
    commit(planRates(*store().schema(), *rates), tr("%n rate(s) added", nullptr, int(rates->size())), [this] { fill(); });
}

} // namespace Kartoteka
