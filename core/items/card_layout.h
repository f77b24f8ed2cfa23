// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_views.h"

namespace Kartoteka {

/// When a field is seen on the card: where it has a value, always, never.
enum class Shown { Auto, Always, Hidden };

struct PlacedField
{
    qint64 field = 0;
    double rank = 0;
    Shown shown = Shown::Auto;
    bool isMoved = false; ///< the view puts it where it stands; else it stands where the type does
    bool isAway = false;  ///< its record was taken back: what that held must not come back with it

    bool operator==(const PlacedField &) const = default;
};

struct PlacedSection
{
    QUuid uid;          ///< of its record in the view
    qint64 record = 0;  ///< the row of that; 0: there is none
    qint64 section = 0; ///< of the type; 0: the view's own
    QString name;       ///< as it is shown
    bool isRenamed = false;
    double rank = 0;
    bool isMoved = false;
    bool isHidden = false;
    bool isAway = false;
    QList<PlacedField> fields; ///< from top to bottom, hidden ones too

    bool operator==(const PlacedSection &) const = default;
};

/// A tab of which the view says something.
struct PlacedTab
{
    QString code;
    std::optional<double> rank; ///< none: its place in the program
    bool isHidden = false;
    bool isAway = false;

    bool operator==(const PlacedTab &) const = default;
};

/// What the cards of a type look like to a person. New fields stand in every view, at the place the type gives them, until
/// somebody moves them there.
struct CardLayout
{
    qint64 typeId = 0;
    qint64 pipeline = 0;
    qint64 person = 0;
    CardView view;         ///< the one that applies
    bool isForced = false; ///< it cannot be left
    QList<CardView> views; ///< those that the person may choose: common, own, named ones
    QList<PlacedSection> sections;
    QList<PlacedField> offCard; ///< fields that stand in no section, by default
    QList<PlacedTab> tabs;

    bool operator==(const CardLayout &) const = default;

    const PlacedSection *section(const QUuid &uid) const;
    /// The section in which a field stands; null when in none.
    const PlacedSection *sectionOf(qint64 field) const;
    const PlacedField *field(qint64 field) const;
    /// Codes of tabs as the view has them, of those that the card has, in the program's order.
    QStringList tabsOf(const QStringList &codes) const;
};

/// The layout of the view that applies (viewChoice()). Six small reads by index.
Result<CardLayout> cardLayout(const ReadContext &context, qint64 typeId, qint64 pipeline, qint64 person);
/// … of a certain view, whether or not it applies.
Result<CardLayout> cardLayout(const ReadContext &context, const CardView &view, qint64 typeId, qint64 pipeline,
                              qint64 person);
/// The layout that the type itself gives, in place of what @p layout holds.
CardLayout plainLayout(const Schema &schema, const CardLayout &layout);
/// The identity of a section in a view; @p section: that of the type, or of the view that was copied.
QUuid placedSectionUid(const QUuid &view, const QUuid &section);

} // namespace Kartoteka
