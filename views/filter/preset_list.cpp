// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/preset_list.h"

#include "core/query/condition_words.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int codeRole = Qt::UserRole;
}

PresetList::PresetList(FilterModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"filterPresets"_s);
    setFixedWidth(scaled(208, fontMetrics()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::s, Space::m, Space::s, Space::m);
    layout->setSpacing(Space::s);
    auto *title = new QLabel(tr("Saved filters"), this);
    title->setFont(Theme::caption(font()));
    title->setProperty("muted", true);
    title->setContentsMargins(Space::s, 0, 0, 0);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"presets"_s);
    m_list->setAccessibleName(tr("Saved filters"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    auto *save = new QPushButton(tr("Save this filter…"), this);
    save->setObjectName(u"presetSave"_s);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(save);
    save->ensurePolished(); // its room is of the sheet
    const QMargins around = layout->contentsMargins();
    setFixedWidth(qMax(width(), save->sizeHint().width() + around.left() + around.right()));
    const auto use = [this](const QListWidgetItem *item) {
        if (const Preset *preset = item ? m_model.preset(item->data(codeRole).toString()) : nullptr) {
            m_model.use(*preset);
            emit used();
        }
    };
    connect(m_list, &QListWidget::itemClicked, this, use);
    connect(m_list, &QListWidget::itemActivated, this, use);
    connect(m_list, &QWidget::customContextMenuRequested, this, &PresetList::showMenu);
    m_list->installEventFilter(this);
    connect(save, &QPushButton::clicked, this, &PresetList::askSave);
    connect(&model, &FilterModel::presetsChanged, this, &PresetList::fill);
}

void PresetList::setPinned(const QString &code)
{
    m_pinned = code;
    fill();
}

void PresetList::fill()
{
    m_list->clear();
    const Preset *current = m_model.current();
    for (const Preset &preset : m_model.presets()) {
        auto *item = new QListWidgetItem(preset.name, m_list);
        item->setData(codeRole, preset.code);
        const bool shared = !preset.isBuiltIn() && preset.person == 0;
        QStringList notes{conditionsText(preset.conditions)};
        item->setIcon(Theme::of(palette()).icon(u"filter"_s, ColourRole::Muted));
        if (preset.code == m_pinned) {
            item->setIcon(Theme::of(palette()).icon(u"pin"_s, ColourRole::Accent));
            notes << tr("The section opens with it.");
        } else if (shared) {
            item->setIcon(Theme::of(palette()).icon(u"share"_s, ColourRole::Muted));
            notes << tr("Everyone has it.");
        }
        item->setToolTip(notes.join(u'\n'));
        if (current && current->code == preset.code)
            m_list->setCurrentItem(item);
    }
}

/// The menu's key asks for that of the current one, wherever the pointer is.
bool PresetList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::ContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        showMenu(m_list->visualItemRect(m_list->currentItem()).center());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PresetList::showMenu(const QPoint &at)
{
    const QListWidgetItem *item = m_list->itemAt(at);
    const Preset *chosen = item ? m_model.preset(item->data(codeRole).toString()) : nullptr;
    if (!chosen)
        return;
    const Preset preset = *chosen;
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    const bool pinned = preset.code == m_pinned;
    menu.addAction(theme.icon(u"pin"_s), pinned ? tr("Do not open with it") : tr("Open the section with it"), this,
                   [this, preset, pinned] { setPinned(pinned ? QString() : preset.code); });
    if (!preset.isBuiltIn()) {
        menu.addSeparator();
        menu.addAction(theme.icon(u"edit"_s), tr("Rename…"), this, [this, preset] {
            if (const auto name = AskDialog::line(window(), tr("Rename the filter"), tr("Name"), tr("Rename"), preset.name))
                m_model.commit(planRenamePreset(preset, *name));
        });
        menu.addAction(tr("Update it with these conditions"), this, [this, preset] {
            Preset changed = preset;
            changed.conditions = m_model.conditions();
            changed.search = m_model.search();
            m_model.commit(planChangePreset(changed));
        });
        menu.addAction(
            theme.icon(u"share"_s), preset.person == 0 ? tr("Only for me") : tr("For everyone"), this,
            [this, preset] { m_model.commit(planSharePreset(preset, preset.person != 0, m_model.store().user())); });
        menu.addAction(theme.icon(u"chevron-up"_s), tr("Up"), this, [this, preset] { move(preset, -1); });
        menu.addAction(theme.icon(u"chevron-down"_s), tr("Down"), this, [this, preset] { move(preset, 1); });
        menu.addSeparator();
        menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this,
                       [this, preset] { m_model.commit(planDeletePreset(preset, m_model.store().clock().now())); });
    }
    menu.exec(m_list->mapToGlobal(at));
}

void PresetList::move(const Preset &preset, int step)
{
    QList<Preset> saved = m_model.presets();
    saved.removeIf([](const Preset &p) { return p.isBuiltIn(); });
    const auto at = saved.indexOf(preset);
    if (at >= 0 && at + step >= 0 && at + step < saved.size()) {
        saved.move(at, at + step);
        m_model.commit(planOrderPresets(saved));
    }
}

void PresetList::askSave()
{
    if (m_ready && !m_ready())
        return;
    if (const auto name = AskDialog::line(window(), tr("Save the filter"), tr("What is it called?"), tr("Save")))
        m_model.savePreset(*name, false);
}

} // namespace Kartoteka
