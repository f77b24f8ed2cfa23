// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/colour_grid.h"

#include "core/base/texts.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QPainter>
#include <QRegularExpressionValidator>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchSide = 32;
constexpr int columns = 8;
constexpr int darker = 160; ///< percent, of the second of each two rows

/// A colour of the grid.
class Swatch final : public QAbstractButton
{
public:
    Swatch(const QColor &colour, const QString &name, QWidget *parent) : QAbstractButton(parent), m_colour(colour)
    {
        setCheckable(true);
        setAccessibleName(name);
        setToolTip(name);
        setFocusPolicy(Qt::StrongFocus);
        const int side = scaled(swatchSide, fontMetrics());
        setFixedSize(side, side);
    }
    const QColor &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = Theme::of(palette());
        const QRectF box = QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5);
        painter.setPen(theme.colour(underMouse() ? ColourRole::Text : ColourRole::QuietEdge)); // one may be as the ground is
        painter.setBrush(m_colour);
        painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
        if (isChecked()) {
            const QColor sign = contrast(m_colour, Qt::white) >= contrast(m_colour, Qt::black) ? Qt::white : Qt::black;
            theme.icon(u"check"_s, sign).paint(&painter, rect().adjusted(Space::s, Space::s, -Space::s, -Space::s));
        }
        if (hasFocus())
            paintFocusRing(painter, rect(), Space::cardRadius, palette());
    }

private:
    QColor m_colour;
};

struct KnownColour
{
    QString value;
    QString name;
};

QList<KnownColour> knownColours()
{
    return {{u"#5b6b8c"_s, Texts::tr("Slate")},  {u"#2f6bff"_s, Texts::tr("Blue")},   {u"#14a3c7"_s, Texts::tr("Cyan")},
            {u"#0e8c7f"_s, Texts::tr("Teal")},   {u"#2fa36b"_s, Texts::tr("Green")},  {u"#7a9a2e"_s, Texts::tr("Olive")},
            {u"#d9a514"_s, Texts::tr("Yellow")}, {u"#d9730d"_s, Texts::tr("Orange")}, {u"#b4571b"_s, Texts::tr("Brown")},
            {u"#d64545"_s, Texts::tr("Red")},    {u"#e0608a"_s, Texts::tr("Pink")},   {u"#c2418f"_s, Texts::tr("Magenta")},
            {u"#8a4fbe"_s, Texts::tr("Purple")}, {u"#7a5af8"_s, Texts::tr("Violet")}, {u"#4c5bd4"_s, Texts::tr("Indigo")},
            {u"#8a93a3"_s, Texts::tr("Grey")}};
}

QString darkName(const QString &name)
{
    return Texts::tr("%1, dark", "a colour").arg(name);
}

} // namespace

QString colourName(const QColor &colour)
{
    for (const KnownColour &one : knownColours()) {
        const QColor known(one.value);
        if (colour.rgb() == known.rgb())
            return one.name;
        if (colour.rgb() == known.darker(darker).rgb())
            return darkName(one.name);
    }
    return colour.name();
}

ColourGrid::ColourGrid(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    const QList<KnownColour> known = knownColours();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Space::xs);
    const auto add = [&](const QColor &colour, const QString &name, int row, int column) {
        auto *swatch = new Swatch(colour, name, this);
        swatch->setObjectName(u"colour_"_s + colour.name().mid(1));
        m_group->addButton(swatch);
        grid->addWidget(swatch, row, column);
        connect(swatch, &QAbstractButton::clicked, this, [this, colour] { emit chosen(colour); });
    };
    for (int i = 0; i < known.size(); ++i) {
        const QColor colour(known[i].value);
        const int row = 2 * (i / columns);
        add(colour, known[i].name, row, i % columns);
        add(colour.darker(darker), darkName(known[i].name), row + 1, i % columns);
    }
    grid->setColumnStretch(columns, 1);
}

void ColourGrid::setColour(const QColor &colour)
{
    m_group->setExclusive(false); // else none could be unticked
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setChecked(static_cast<Swatch *>(button)->colour() == colour);
    m_group->setExclusive(true);
}

std::optional<QColor> askColour(QWidget *parent, const QString &question, const QColor &current)
{
    AskDialog dialog(parent, question);
    auto *grid = new ColourGrid(&dialog);
    grid->setColour(current);
    dialog.addField(Texts::tr("Colour"), grid);
    QLineEdit *line = dialog.addLine(Texts::tr("Or its value"), current.name());
    line->setValidator(new QRegularExpressionValidator(QRegularExpression(u"#[0-9A-Fa-f]{6}"_s), line));
    QObject::connect(grid, &ColourGrid::chosen, line, [line](const QColor &colour) { line->setText(colour.name()); });
    QObject::connect(line, &QLineEdit::textEdited, grid, [grid](const QString &text) { grid->setColour(QColor(text)); });
    dialog.addAnswer(Texts::tr("Set"), u"colourSet"_s);
    dialog.addCancel();
    return dialog.ask().isEmpty() ? std::nullopt : std::optional(QColor(line->text()));
}

} // namespace Kartoteka
