// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/widgets/pending_save.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace Kartoteka {

class ChoiceButton;
class TypeForm;
struct TypeSettings;

/// What is said of a type that stands: its names and looks, and what it has.
class TypeDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    TypeDialog(Store &store, qint64 typeId, QWidget *parent);

signals:
    void done(const QString &what);
    /// The type is to be so, and its items are to come to the first stage.
    void stagesWanted(qint64 type, const Kartoteka::TypeSettings &settings);

protected:
    void accept() override;
    void reject() override;

private:
    void addTargets(const Schema &schema, const EntityType &type, QVBoxLayout *layout);
    TypeSettings typed(const EntityType &type) const;
    void refuse(const QString &why);

    Store &m_store;
    qint64 m_typeId;
    TypeForm *m_form;
    QCheckBox *m_stages;
    QCheckBox *m_pipelines;
    QCheckBox *m_client;
    QCheckBox *m_products;
    QCheckBox *m_listed;
    ChoiceButton *m_targets = nullptr;
    QLabel *m_problem;
    PendingSave m_pending;
};

} // namespace Kartoteka
