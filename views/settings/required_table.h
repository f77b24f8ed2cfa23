// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QTableWidget>

namespace Kartoteka {

/// Which stage of a pipeline requires which field: a row for each field that one requires, a column for each stage. A field is
/// required from a stage in progress on: to tick a stage means from it on, to untick it from the next one on. Final stages
/// require by themselves.
class RequiredTable final : public QTableWidget
{
    Q_OBJECT
public:
    explicit RequiredTable(QWidget *parent);

    void setPipeline(const Schema &schema, qint64 pipeline);

signals:
    /// @p stage 0: from none.
    void fromWanted(qint64 field, qint64 stage);
    void finalWanted(qint64 field, qint64 stage, bool required);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void noteTick(int row, int column);

    QList<Stage> m_stages;
    QList<Field> m_fields;
    bool m_filling = false;
};

} // namespace Kartoteka
