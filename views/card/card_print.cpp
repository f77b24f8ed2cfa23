// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_print.h"

#include "views/card/printed_text.h"
#include "views/render/print_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QWidget>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// A card with what stands around it on paper.
struct ReadCard
{
    PrintedCard card;
    PrintHead head;
};

} // namespace

CardPrint::CardPrint(Store &store, QWidget *card) : QObject(card), m_store(store), m_card(card)
{}

void CardPrint::show(const ItemRef &item)
{
    m_item = item;
    m_preview = new PrintPreview(tr("Print the card"), m_card->window());
    m_preview->setAttribute(Qt::WA_DeleteOnClose);
    m_products = nullptr;
    const EntityType *type = m_store.schema()->type(item.type);
    if (type && type->hasProducts) {
        m_products = new QCheckBox(tr("Products"), m_preview);
        m_products->setObjectName(u"printProducts"_s);
        m_products->setChecked(true);
        m_preview->choices()->addWidget(m_products);
        connect(m_products, &QCheckBox::toggled, this, &CardPrint::read);
    }
    m_entries = new QComboBox(m_preview);
    m_entries->setObjectName(u"printHistory"_s);
    m_entries->setAccessibleName(tr("History"));
    m_entries->addItem(tr("Without history"), 0);
    for (const int last : {10, 30})
        m_entries->addItem(tr("Last %n entries", nullptr, last), last);
    m_preview->choices()->addWidget(m_entries);
    connect(m_entries, &QComboBox::activated, this, &CardPrint::read);
    connect(m_preview, &PrintPreview::failed, this, &CardPrint::failed);
    connect(m_preview, &PrintPreview::done, this, &CardPrint::told);
    connect(m_preview, &QObject::destroyed, this, [this, preview = m_preview] {
        if (m_preview == preview)
            m_preview = nullptr;
    });
    read();
    m_preview->open();
}

void CardPrint::read()
{
    m_reading.cancel();
    m_reading = CancelToken();
    const PrintChoice choice{.products = m_products && m_products->isChecked(), .entries = m_entries->currentData().toInt()};
    m_store
        .read<ReadCard>(m_reading,
                        [ref = m_item, choice, person = m_store.user(),
                         file = QFileInfo(m_store.path()).completeBaseName()](ReadContext &context) -> Result<ReadCard> {
                            auto card = readPrintedCard(context, ref, person, choice);
                            if (!card)
                                return card.error();
                            auto head = readPrintHead(context, file, person);
                            return head ? Result<ReadCard>(ReadCard{*card, *head}) : Result<ReadCard>(head.error());
                        })
        .then(this, [this, token = m_reading](const Result<ReadCard> &read) {
            if (token.isCancelled() || !m_preview)
                return;
            if (!read) {
                emit failed(read.error());
                return;
            }
            PrintDocument document;
            document.name = tr("%1 %2", "kind and number of an item, its title").arg(read->card.kind, read->card.title);
            document.head = read->head;
            document.body = printedBody(printedText(read->card, m_card->font().family()));
            m_preview->setDocument(document);
        });
}

} // namespace Kartoteka
