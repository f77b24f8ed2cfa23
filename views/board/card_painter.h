// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/card_pictures.h"
#include "views/board/card_words.h"
#include "views/theme/theme.h"

#include <QCache>
#include <QPainter>

namespace Kartoteka {

/// How a card looks at the moment.
struct CardState
{
    double light = 0; ///< how far the pointer over it lights it up, 0 to 1
    bool focused = false;
    bool selected = false;
    bool dragged = false;
    bool isFinal = false; ///< it stands in a final stage
    QString search = {};  ///< what is looked for: marked where it stands
};

/// What the cards of a board show besides title, responsible and next act.
struct CardLook
{
    struct Field
    {
        QString code;
        QString name; ///< as people see it
        bool operator==(const Field &) const = default;
    };
    bool amount = true;
    bool client = true;
    bool age = true; ///< that it has long been in its stage
    bool tags = true;
    QList<Field> fields; ///< further ones, a line each

    bool operator==(const CardLook &) const = default;
};

/// Draws board cards, which are as high as what they show: one layout for both. What the time is comes as UTC ms: to read a
/// local time costs more than to paint a card that is known.
class CardPainter
{
public:
    CardPainter(const QFont &base, const QPalette &palette, const CardLook &look = {});

    /// Of a card in a width, pixels. What is laid out is remembered for the cards that were asked last.
    int height(const Card &card, int width) const;
    /// Of one that is not loaded.
    int usualHeight() const;
    void paint(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const SchemaPtr &schema,
               qint64 now) const;
    void paintPlaceholder(QPainter &painter, const QRect &rect) const;
    /// Where ☎ and ✉ are drawn in a hovered card: at the end of the client's line; null when there is no client, or it is not
    /// reached so.
    QRect phoneRect(const QRect &card, const Card &of) const;
    QRect mailRect(const QRect &card, const Card &of) const;
    /// Where the next act is drawn.
    QRect nextActRect(const QRect &card, const Card &of, bool isFinal, qint64 now) const;
    /// A dragged card is as wide as its column, but no wider than it can be read.
    int cardWidth(int columnWidth) const { return qMin(columnWidth, m_line * 24); }

private:
    struct Parts
    {
        QRect title;
        int lines = 1;
        QRect act;    ///< by which it stands on a board of activities; null: none
        QRect client; ///< with the badge before it and the age behind; null: nothing to say
        QRect fields;
        QRect tags; ///< null: none
        QRect footer;
        int height = 0;
    };
    Parts partsOf(const Card &card, const QRect &rect) const;
    QString shortAgeOf(const Card &card, qint64 now) const;
    bool showsActIcon(const QRect &card, const Card &of) const;
    QRect signRect(const QRect &card, const Card &of, int fromRight) const;
    int titleLines(const Card &card, int width) const;
    /// Of the line of the activity, with the gap before it.
    int actHeight(const Card &card) const { return card.act ? 2 + m_smallLine : 0; }
    bool hasAge(const Card &card) const { return m_look.age && card.idleSince.isValid(); }
    QString ageOf(const Card &card, qint64 now) const;
    QRect personRect(const QRect &footer) const;
    ColourRole groundOf(const CardState &state) const { return state.selected ? ColourRole::Tint : ColourRole::Raised; }
    void paintFrame(QPainter &painter, const QRect &rect, const CardState &state) const;
    void paintPicture(QPainter &painter, const QRect &rect, const Card &card, const CardState &state,
                      const SchemaPtr &schema, qint64 now) const;
    void paintInside(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const Schema &schema,
                     qint64 now) const;
    void paintTitle(QPainter &painter, const Parts &parts, const Card &card, const QString &search) const;
    void paintAct(QPainter &painter, const QRect &line, const Card &card, const Schema &schema, qint64 now) const;
    void paintClient(QPainter &painter, const QRect &rect, const Parts &parts, const Card &card, const CardState &state,
                     qint64 now) const;
    static bool showsSigns(const CardState &state) { return state.light > 0 && !state.dragged; }
    /// Where ☎ and ✉ begin; nothing when there are none.
    std::optional<int> signsLeft(const QRect &rect, const Card &card) const;
    void paintSigns(QPainter &painter, const QRect &rect, const Card &card, double light) const;
    void paintFields(QPainter &painter, const QRect &area, const Card &card) const;
    /// A word on a ground of its own, from @p left on; says where it ends.
    int paintChip(QPainter &painter, const QRect &line, int left, const QString &text, ColourRole ground,
                  ColourRole ink) const;
    void paintTags(QPainter &painter, const QRect &line, const QStringList &tags) const;
    void paintFooter(QPainter &painter, const QRect &rect, const Parts &parts, const Card &card, const CardState &state,
                     const Schema &schema, qint64 now) const;

    QFont m_base;
    QFont m_small;
    QFont m_strong;
    QFont m_tag;
    QPalette m_palette;
    const Theme &m_theme;
    CardLook m_look;
    int m_line;
    int m_smallLine;
    int m_tagLine;
    int m_footer;
    struct Measured
    {
        QString title;
        int width;
        int lines;
    };
    mutable QCache<qint64, Measured> m_measured; ///< by item
    mutable CardPictures m_pictures;
};

} // namespace Kartoteka
