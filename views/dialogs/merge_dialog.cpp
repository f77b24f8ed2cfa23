// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/merge_dialog.h"

#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/tip_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpacerItem>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

/// One for all rows: what goes on and what is asked stand below each other.
int widestLabel(const QFontMetrics &metrics)
{
    constexpr int wide = 128;
    return scaled(wide, metrics);
}

/// Its choices may be longer than there is room for: it says the whole of the chosen one.
void keepShort(QComboBox &choice)
{
    choice.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto tell = [&choice] { choice.setToolTip(tipText({choice.currentText()})); };
    QObject::connect(&choice, &QComboBox::currentTextChanged, &choice, tell);
    tell();
}

} // namespace

MergeDialog::MergeDialog(Store &store, qint64 typeId, const QList<qint64> &ids, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_plan(MergePlan{})
{
    setWindowTitle(tr("Merge"));
    resize(dialogSize(*parent, {640, 560}));
    if (auto items = readItems(store.reader(), typeId, ids))
        m_items = *items;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Merge %n into one", nullptr, int(m_items.size())), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *explain = new QLabel(tr("One is kept. The others fill in what it lacks, with their phones, activities, comments, "
                                  "files and links, and go to the recycle bin. One undo reverts it all."),
                               this);
    explain->setWordWrap(true);
    explain->setProperty("muted", true);
    layout->addWidget(explain);
    auto *keepRow = new QHBoxLayout;
    auto *keepLabel = new QLabel(tr("Keep"), this);
    keepLabel->setMinimumWidth(widestLabel(fontMetrics()));
    keepLabel->setProperty("muted", true);
    keepRow->setSpacing(Space::m);
    m_keep = new QComboBox(this);
    m_keep->setObjectName(u"mergeKeep"_s);
    for (const Item &item : std::as_const(m_items))
        m_keep->addItem(describe(item), item.id);
    keepShort(*m_keep);
    keepLabel->setBuddy(m_keep);
    keepRow->addWidget(keepLabel);
    keepRow->addWidget(m_keep, 1);
    m_beside = new QSpacerItem(0, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    keepRow->addSpacerItem(m_beside);
    layout->addLayout(keepRow);
    auto *scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::NoFocus); // what it shows is walked
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_questionPage = new QWidget(scroll);
    m_questions = new QGridLayout(m_questionPage);
    m_questions->setContentsMargins(0, 0, 0, 0);
    m_questions->setHorizontalSpacing(Space::m);
    m_questions->setVerticalSpacing(Space::s);
    m_questions->setColumnStretch(1, 1);
    scroll->setWidget(m_questionPage);
    m_questionPage->setAutoFillBackground(false); // which setWidget() turns on
    layout->addWidget(scroll, 1);
    scroll->verticalScrollBar()->installEventFilter(this);
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"mergeSummary"_s);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    m_merge = addDialogButtons(this, layout, tr("Merge"), u"mergeAccept"_s);
    connect(m_keep, &QComboBox::activated, this, &MergeDialog::keepChanged);
    keepChanged();
    for (QWidget *part : findChildren<QWidget *>())
        part->ensurePolished(); // in the letters it is shown in
    layout->activate();         // then it is as high as its questions
    if (const int spare = scroll->height() - m_questionPage->sizeHint().height(); spare > 0)
        resize(width(), height() - spare);
}

/// What is kept ends where what is asked ends, which a scroll bar may stand beside.
bool MergeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        const int beside = event->type() == QEvent::Show ? static_cast<QWidget *>(watched)->sizeHint().width() : 0;
        m_beside->changeSize(beside, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
        layout()->invalidate();
    }
    return QDialog::eventFilter(watched, event);
}

QString MergeDialog::describe(const Item &item) const
{
    const Members phones = item.members(Codes::phone);
    const Members emails = item.members(Codes::email);
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(item.typeId);
    QStringList parts{tr("No. %1 %2", "number and title of an item")
                          .arg(type ? numberText(*schema, *type, item.number) : item.number, item.text(Codes::title))};
    if (!phones.isEmpty())
        parts << (phones.constFirst().key.isEmpty() ? phones.constFirst().text : phoneText(phones.constFirst().key));
    if (!emails.isEmpty())
        parts << emails.constFirst().text;
    return parts.join(u"  ·  "_s);
}

void MergeDialog::keepChanged()
{
    m_choice.clear();
    replan();
    showQuestions();
}

void MergeDialog::replan()
{
    MergeRequest request{{m_typeId, m_keep->currentData().toLongLong(), {}}, {}, m_choice};
    for (const Item &item : std::as_const(m_items)) {
        if (item.id != request.keep.id)
            request.others.append(item.id);
    }
    m_plan = planMerge(m_store.reader(), request, m_store.clock().now());
    m_merge->setEnabled(bool(m_plan));
    m_summary->setProperty("problem", !m_plan);
    m_summary->setText(!m_plan                  ? m_plan.error().message
                           : m_plan->moved == 0 ? QString()
                                                : tr("%n record(s) of the others move along.", nullptr, int(m_plan->moved)));
    m_summary->setHidden(m_summary->text().isEmpty()); // or a line of nothing would stand above the buttons
}

void MergeDialog::showQuestions()
{
    while (QLayoutItem *old = m_questions->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    if (!m_plan)
        return;
    const SchemaPtr schema = m_store.schema();
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    int line = 0;
    for (const MergeQuestion &question : std::as_const(m_plan->questions)) {
        const Field *field = schema->field(m_typeId, question.field);
        auto *label = new QLabel(displayName(*field), m_questionPage);
        label->setFixedWidth(widestLabel(fontMetrics())); // the choices begin at one edge
        label->setWordWrap(true);
        auto *answers = new QComboBox(m_questionPage);
        answers->setObjectName(u"merge_"_s + question.field);
        for (const auto &[item, value] : question.answers)
            answers->addItem(valueText(*schema, *field, value, titles).simplified(), item);
        keepShort(*answers);
        label->setBuddy(answers);
        label->setProperty("muted", true);
        m_questions->addWidget(label, line, 0);
        m_questions->addWidget(answers, line++, 1);
        connect(answers, &QComboBox::activated, this, [this, answers, code = question.field] {
            m_choice.insert(code, answers->currentData().toLongLong());
            replan();
        });
    }
    if (m_plan->questions.isEmpty())
        m_questions->addWidget(new QLabel(tr("No contradictions: there is nothing to choose."), m_questionPage), 0, 0, 1, 2);
    m_questions->setRowStretch(qMax(1, line), 1);
}

} // namespace Kartoteka
