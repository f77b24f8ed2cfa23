// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/definition_page.h"

class QLabel;
class QMenu;

namespace Kartoteka {

class DefinitionList;
class KindMenu;
struct FieldConversion;
struct TypeSettings;

/// The types of items of the office, and of the one that is current the fields, in the sections of its card.
class TypesPage final : public DefinitionPage
{
    Q_OBJECT
public:
    TypesPage(Store &store, QWidget *parent);

    /// Every type ("lead") and field ("lead.source").
    QList<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;

signals:
    /// The values of a field are to be taken over into one of another kind.
    void conversionWanted(qint64 field, const Kartoteka::FieldConversion &conversion);
    /// A type is to be changed so, and its items are to come to the first stage.
    void stagesWanted(qint64 type, const Kartoteka::TypeSettings &settings);

private:
    void fill();
    void fillTypes();
    void fillFields();

    void askNewType();
    void openType(qint64 id);
    void openTypeMenu(qint64 id, const QPoint &at);
    void addTypeActs(QMenu &menu, const EntityType &type);
    void askDeleteType(const EntityType &type);
    void renameType(qint64 id, const QString &name);

    void openField(qint64 field);
    void openFieldMenu(qint64 row, const QPoint &at);
    void addFieldActs(QMenu &menu, const Field &field);
    void addSectionActs(QMenu &menu, const Section &section);
    void askDeleteField(const Field &field);
    void rename(qint64 row, const QString &name);
    void orderFields(const QList<qint64> &rows);
    /// The section under which the current row stands; 0: the first one.
    qint64 currentSection() const;

    const EntityType *type(const Schema &schema) const;

    DefinitionList *m_types;
    QLabel *m_heading;
    DefinitionList *m_fields;
    KindMenu *m_kinds;
    qint64 m_type = 0;
};

} // namespace Kartoteka
