// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace Kartoteka {

class ClientField;
class FieldForm;

/// The left side of a card: the clients and the fields, and a foot with Save while all of them are edited.
class CardFields final : public QWidget
{
    Q_OBJECT
public:
    explicit CardFields(Store &store, QWidget *parent = nullptr);

    FieldForm *form() const { return m_form; }
    ClientField *client() const { return m_client; }

    void setItem(const Item &item, bool isNew);
    /// Brings a field into view and opens its editor.
    void edit(const QString &field);
    void showFoot(bool shown);
    /// Asks for it to be saved, unless that is under way: pressed twice, it is done once.
    void save();
    void setSaving(bool saving);
    bool isSaving() const { return m_isSaving; }
    void scrollToTop();
    bool hasUnsaved() const;
    void discard();

signals:
    void saveWanted();
    void cancelWanted();

private:
    QWidget *makeFoot();

    Store &m_store;
    ClientField *m_client;
    FieldForm *m_form;
    QScrollArea *m_area;
    QWidget *m_foot;
    QPushButton *m_save;
    bool m_isSaving = false;
};

} // namespace Kartoteka
