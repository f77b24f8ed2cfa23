// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_fields.h"

#include "views/card/client_field.h"
#include "views/card/field_form.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace Kartoteka {

CardFields::CardFields(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_form = new FieldForm(m_store);
    m_client = new ClientField(m_store, m_form);
    m_form->setLead(m_client);
    m_area = new QScrollArea(this);
    m_area->setWidget(m_form);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // its fields are the stops
    m_area->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_area, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
}

QWidget *CardFields::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(u"cardFoot"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(Space::xl, Space::m, Space::xl, Space::m); // as wide as the head
    row->setSpacing(Space::s);
    m_save = new QPushButton(tr("Save"), foot);
    m_save->setObjectName(u"cardSave"_s);
    makePrimary(m_save);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(u"cardCancel"_s);
    auto *key = new QLabel(keyText(QKeySequence(QKeySequence::Save)), foot);
    key->setFont(Theme::small(font()));
    key->setProperty("muted", true);
    row->addWidget(m_save);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(key);
    foot->hide();
    connect(m_save, &QPushButton::clicked, this, &CardFields::save);
    connect(cancel, &QPushButton::clicked, this, &CardFields::cancelWanted);
    return foot;
}

void CardFields::setItem(const Item &item, bool isNew)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (isNew) { // nothing of the item before
        m_client->setItem({}, false);
        m_form->closeEditors();
    }
    m_client->setItem(item, isNew);
    m_form->setElsewhere(clientFieldCodes(*m_store.schema(), item.typeId));
    m_form->setItem(item);
    m_form->setSideBySide(isNew); // nothing stands beside it yet
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        m_form->focusFirst(); // what had it is not seen of this item
}

void CardFields::edit(const QString &field)
{
    if (FieldRow *row = m_form->row(field)) {
        row->show();
        m_area->ensureWidgetVisible(row);
        row->beginEdit();
    }
}

void CardFields::showFoot(bool shown)
{
    m_foot->setVisible(shown);
}

void CardFields::save()
{
    if (!m_isSaving)
        emit saveWanted();
}

void CardFields::setSaving(bool saving)
{
    m_isSaving = saving;
    m_save->setEnabled(!saving);
}

void CardFields::scrollToTop()
{
    m_area->verticalScrollBar()->setValue(0);
}

bool CardFields::hasUnsaved() const
{
    return m_form->hasUnsaved() || m_client->hasUnsaved();
}

void CardFields::discard()
{
    m_form->closeEditors();
    m_client->discard();
    m_foot->hide();
}

} // namespace Kartoteka
