// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/next_step_bar.h"

#include "views/theme/theme.h"
#include "views/widgets/carry_out.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/menu_text.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr qint64 dayMs = 86'400'000;
}

NextStepBar::NextStepBar(Store &store, bool keys, QWidget *parent)
    : QFrame(parent), m_store(store), m_keys(keys), m_text(new QLabel(this))
{
    setObjectName(u"nextStepBar"_s);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::s);
    m_text->setObjectName(u"nextStepText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    auto *pills = new QWidget(this);
    auto *layout = new FlowLayout(pills, Space::xs);
    column->addWidget(pills);
    addPill(layout, u"1"_s, tr("Call tomorrow"), [this] { plan({0, 1, false}, u"call"_s); });
    addPill(layout, u"2"_s, tr("In 3 days"), [this] { plan({0, 3, false}, u"todo"_s); });
    addPill(layout, u"3"_s, tr("Monday"), [this] { plan({0, 0, true}, u"todo"_s); });
    addPill(layout, u"4"_s, tr("Another…"), [this] {
        const ItemRef item = m_step.item;
        drop();
        emit planWanted(item);
    });
    addPill(layout, u"Esc"_s, tr("Nothing"), [this] { drop(); });
    auto *mute = addPill(layout, {}, tr("Do not ask…"), {});
    connect(mute, &QToolButton::clicked, this, [this, mute] { showMuteMenu(mute); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

QToolButton *NextStepBar::addPill(QLayout *layout, const QString &key, const QString &text, const std::function<void()> &run)
{
    auto *pill = new QToolButton(this);
    pill->setObjectName(u"nextStep"_s + (key.isEmpty() ? u"Mute"_s : key));
    pill->setProperty("pill", true);
    pill->setFocusPolicy(Qt::TabFocus);
    pill->setText(menuText(key.isEmpty() || !m_keys ? text : u"%1  %2"_s.arg(key, text)));
    pill->setAccessibleName(text);
    if (run)
        connect(pill, &QToolButton::clicked, this, run);
    layout->addWidget(pill);
    return pill;
}

void NextStepBar::ask(const NextStep &step)
{
    constexpr qsizetype longest = 80;
    m_step = step;
    m_text->setText(tr("What next for “%1”?").arg(step.title.left(longest)));
    show();
}

void NextStepBar::drop()
{
    const bool wasAsking = isAsking();
    m_step = {};
    hide();
    if (wasAsking)
        emit answered();
}

bool NextStepBar::answer(int key)
{
    static const QHash<int, QString> names{{Qt::Key_1, u"nextStep1"_s},
                                           {Qt::Key_2, u"nextStep2"_s},
                                           {Qt::Key_3, u"nextStep3"_s},
                                           {Qt::Key_4, u"nextStep4"_s},
                                           {Qt::Key_Escape, u"nextStepEsc"_s}};
    auto *pill = isAsking() ? findChild<QToolButton *>(names.value(key, u"none"_s)) : nullptr;
    if (pill)
        pill->click();
    return pill != nullptr;
}

void NextStepBar::plan(const Postponement &by, const QString &kind)
{
    ActivityDraft draft;
    draft.kind = kind;
    draft.items = {m_step.item};
    draft.responsible = m_store.user();
    draft.deadline = postponed({}, m_store.clock().localNow(), by);
    const QString said = tr("Planned for “%1”").arg(m_step.title);
    drop();
    carryOut(m_store, this, planActivity(*m_store.schema(), draft), said);
}

void NextStepBar::showMuteMenu(QToolButton *button)
{
    const qint64 type = m_step.item.type; // while the menu is open another question may come
    QMenu menu(this);
    menu.setObjectName(u"nextStepMuteMenu"_s);
    menu.addAction(tr("For a day"), this, [this, type] { mute(type, 1); });
    menu.addAction(tr("For a week"), this, [this, type] { mute(type, 7); });
    menu.addAction(tr("For a month"), this, [this, type] { mute(type, 30); });
    menu.addAction(tr("Never again"), this, [this, type] { mute(type, {}); });
    menu.exec(button->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

void NextStepBar::mute(qint64 type, std::optional<int> days)
{
    const auto until = days ? std::optional(m_store.clock().now() + *days * dayMs) : std::nullopt;
    drop();
    carryOut(m_store, this, planDoNotAsk(*m_store.schema(), m_store.user(), type, until),
             tr("You will not be asked for a next step."));
}

} // namespace Kartoteka
