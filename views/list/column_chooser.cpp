// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/column_chooser.h"

#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace Kartoteka {

ColumnChooser::ColumnChooser(Store &store, qint64 typeId, const QStringList &shown, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Columns"));
    resize(dialogSize(*parent->window(), {420, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Columns of the list"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *search = new QLineEdit(this);
    search->setObjectName(u"columnSearch"_s);
    search->setPlaceholderText(tr("Search"));
    search->setClearButtonEnabled(true);
    layout->addWidget(search);
    m_fields = new QListWidget(this);
    m_fields->setObjectName(u"columnList"_s);
    m_fields->setDragDropMode(QAbstractItemView::InternalMove);
    m_fields->setAccessibleName(title->text());
    const auto add = [this](const Field &field, bool on) {
        auto *item = new QListWidgetItem(displayName(field), m_fields);
        item->setData(Qt::UserRole, field.code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    };
    for (const QString &code : shown) {
        if (const Field *field = store.schema()->field(typeId, code))
            add(*field, true);
    }
    for (const Field &field : store.schema()->fields(typeId)) {
        if (!shown.contains(field.code))
            add(field, false);
    }
    layout->addWidget(m_fields, 1);
    auto *hint = new QLabel(tr("Ticked ones are shown in this order; drag to change it."), this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    addDialogButtons(this, layout, tr("Show"), u"columnAccept"_s);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_fields->count(); ++i)
            m_fields->item(i)->setHidden(!m_fields->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    search->setFocus();
}

QStringList ColumnChooser::columns() const
{
    QStringList codes;
    for (int i = 0; i < m_fields->count(); ++i) {
        if (m_fields->item(i)->checkState() == Qt::Checked)
            codes << m_fields->item(i)->data(Qt::UserRole).toString();
    }
    return codes;
}

} // namespace Kartoteka
