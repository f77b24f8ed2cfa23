// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/section/cards_section.h"

namespace Kartoteka {

/// A section as a board of what is planned: overdue, today, this week and so on. Of a type with stages it shows what is in
/// progress.
class ActivitySection final : public CardsSection
{
    Q_OBJECT
public:
    ActivitySection(const SectionContext &context, QWidget *page);

    QString name() const override { return u"activities"_s; }
    QString title() const override { return tr("Activities"); }
    QString icon() const override { return u"activity"_s; }
    QKeySequence key() const override { return Qt::CTRL | Qt::Key_3; }
    ItemQuery query() const override;
    void fillMenu(QMenu &menu) override { addCardLook(menu); }
    QStringList usesOf(const Field &field) const override;
    void save(QSettings &settings, const QString &prefix) const override;
    void restore(const QSettings &settings, const QString &prefix) override;

protected:
    void moveTo(const QList<qint64> &ids, int column, int row) override;
};

} // namespace Kartoteka
