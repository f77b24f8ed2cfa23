// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include "views/theme/icon_engine.h"

#include <QFile>
#include <QFontMetrics>
#include <QHash>
#include <QStyle>
#include <QUuid>
#include <QWidget>

#include <array>
#include <cmath>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initViewResources()
{
    Q_INIT_RESOURCE(views);
}

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
    QRgb starkLight; ///< black on white: every edge as the text, nothing muted
    QRgb starkDark;
};

/// By role.
constexpr std::array<Shades, 16> colours{{
    {0xffF6F7F9, 0xff14161A, 0xffFFFFFF, 0xff000000}, // Window
    {0xffEEF0F3, 0xff1A1D23, 0xffFFFFFF, 0xff000000}, // Lane
    {0xffFFFFFF, 0xff1E2128, 0xffFFFFFF, 0xff000000}, // Surface
    {0xffFFFFFF, 0xff262A33, 0xffFFFFFF, 0xff000000}, // Raised
    {0xffE3E6EB, 0xff2E333D, 0xff000000, 0xffFFFFFF}, // Line
    {0xff7A8494, 0xff7A8496, 0xff000000, 0xffFFFFFF}, // Edge
    {0xffC3C9D3, 0xff4A5160, 0xff000000, 0xffFFFFFF}, // QuietEdge
    {0xff1B1F27, 0xffE8EAEE, 0xff000000, 0xffFFFFFF}, // Text
    {0xff5C6472, 0xffA3ACBA, 0xff000000, 0xffFFFFFF}, // Muted
    {0xff5F6775, 0xff98A1B0, 0xff3A3A3A, 0xffD0D0D0}, // Placeholder
    {0xff1E5ADB, 0xff86AAFF, 0xff0033A0, 0xffA9C4FF}, // Accent
    {0xffE8EFFF, 0xff26345A, 0xffD4E2FF, 0xff0F2A6B}, // Tint
    {0xffF1F3F6, 0xff2A2F39, 0xffDDE3EC, 0xff30343C}, // Hover
    {0xffBD302A, 0xffFF8A84, 0xff850D08, 0xffFFB3AE}, // Danger
    {0xff127345, 0xff5FD39B, 0xff004A28, 0xff8DEBBE}, // Success
    {0xff8F5A0C, 0xffE9B75A, 0xff5E3800, 0xffFFD692}, // Warning
}};
constexpr QRgb accentFillColour = 0xff2D69FE;
constexpr QRgb dangerFillColour = 0xffC7372F;
/// Behind initials.
constexpr std::array<QRgb, 7> personColours{0xff0E7C86, 0xff8A4FBE, 0xff2D69FE, 0xffB4571B,
                                            0xffA03A78, 0xff14784A, 0xff5B6472};

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &over, const QColor &under, double part)
{
    return QColor::fromRgbF(float(over.redF() * part + under.redF() * (1 - part)),
                            float(over.greenF() * part + under.greenF() * (1 - part)),
                            float(over.blueF() * part + under.blueF() * (1 - part)));
}

constexpr double readingContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double markContrast = 1.8;    // of what repeats what words say
constexpr double starkMarkContrast = 3; // WCAG 2.1, 1.4.11
constexpr double starkTextContrast = 7; // WCAG 2.1, 1.4.6

/// What cannot be used now, in words: as weak as still reads on every ground that it stands on.
QColor faded(const Theme &theme)
{
    const double wanted = theme.isStark() ? starkTextContrast : readingContrast;
    const QColor ground = theme.colour(theme.isDark() ? ColourRole::Raised : ColourRole::Lane);
    QColor out = theme.colour(ColourRole::Text);
    for (QColor weaker = out; contrast(weaker, ground) >= wanted; weaker = mixed(ground, weaker, 0.04))
        out = weaker;
    return out;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

const Theme &Theme::get(bool dark, bool stark)
{
    static const std::array<Theme, 4> themes{Theme(false, false), Theme(true, false), Theme(false, true), Theme(true, true)};
    return themes[(dark ? 1 : 0) + (stark ? 2 : 0)];
}

const Theme &Theme::of(const QPalette &palette)
{
    // Views have transparent windows: the colour of the text is what tells.
    const QColor text = palette.color(QPalette::Text);
    return get(text.lightness() >= 128, text == Qt::black || text == Qt::white);
}

QColor Theme::colour(ColourRole role) const
{
    const Shades &shades = colours[size_t(role)];
    return QColor::fromRgb(m_stark ? (m_dark ? shades.starkDark : shades.starkLight) : m_dark ? shades.dark : shades.light);
}

QColor Theme::tint(const QColor &colour, ColourRole on) const
{
    return m_stark ? this->colour(on) : mixed(colour, this->colour(on), m_dark ? 0.20 : 0.12);
}

QColor Theme::accentFill() const
{
    return QColor::fromRgb(accentFillColour);
}

QColor Theme::dangerFill() const
{
    return QColor::fromRgb(dangerFillColour);
}

QColor Theme::underWhite(const QColor &colour)
{
    QColor fill = colour;
    while (contrast(Qt::white, fill) < readingContrast)
        fill = mixed(QColor(Qt::black), fill, 0.02);
    return fill;
}

QColor Theme::personColour(const QUuid &person)
{
    // The last bytes: those of a version 7 begin with the time.
    return QColor::fromRgb(personColours[size_t(person.data4[7]) % personColours.size()]);
}

QColor Theme::readable(const QColor &colour, ColourRole on) const
{
    QColor out = colour;
    const QColor under = tint(colour, on);
    const double wanted = m_stark ? starkTextContrast : readingContrast;
    for (int i = 0; i < 30 && contrast(out, under) < wanted; ++i)
        out = m_dark ? mixed(QColor(Qt::white), out, 0.08) : mixed(QColor(Qt::black), out, 0.08);
    return out;
}

QColor Theme::mark(const QColor &colour, ColourRole on) const
{
    const double wanted = m_stark ? starkMarkContrast : markContrast;
    QColor out = colour;
    for (int i = 0; i < 30 && out.isValid() && contrast(out, this->colour(on)) < wanted; ++i)
        out = mixed(QColor(m_dark ? Qt::white : Qt::black), out, 0.08);
    return out;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, const QColor &c) { p.setColor(role, c); };
    set(QPalette::Window, colour(ColourRole::Window));
    set(QPalette::WindowText, colour(ColourRole::Text));
    set(QPalette::Base, colour(ColourRole::Surface));
    set(QPalette::AlternateBase, colour(ColourRole::Window));
    set(QPalette::Text, colour(ColourRole::Text));
    set(QPalette::Button, colour(ColourRole::Raised));
    set(QPalette::ButtonText, colour(ColourRole::Text));
    set(QPalette::ToolTipBase, colour(ColourRole::Raised));
    set(QPalette::ToolTipText, colour(ColourRole::Text));
    set(QPalette::PlaceholderText, colour(ColourRole::Placeholder));
    set(QPalette::Highlight, accentFill());
    set(QPalette::HighlightedText, Qt::white);
    set(QPalette::Link, colour(ColourRole::Accent));
    set(QPalette::Mid, colour(ColourRole::Line));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faded(*this));
    return p;
}

QString Theme::styleSheet(const QFont &base) const
{
    initViewResources();
    QFile file(u":/kartoteka/styles/kartoteka.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QFontMetrics metrics(base);
    const int control = scaled(sizes().control, metrics) - 2; // without its border
    const QString suffix = m_stark ? (m_dark ? u"white"_s : u"black"_s)
        : m_dark                   ? u"dark"_s
                                   : u"light"_s; // as muted text is
    const auto pixels = [](int length) { return u"%1px"_s.arg(length); };
    // Longer names first: @accentFill must not be read as @accent.
    const QList<QPair<QString, QString>> values{
        {u"@accentFill"_s, accentFill().name()},
        {u"@accentHover"_s, mixed(QColor(Qt::black), accentFill(), 0.12).name()},
        {u"@barText"_s, dark().colour(ColourRole::Text).name()},
        {u"@barHover"_s, dark().colour(ColourRole::Line).name()},
        {u"@barAccent"_s, dark().colour(ColourRole::Accent).name()},
        {u"@barDanger"_s, dark().colour(ColourRole::Danger).name()},
        {u"@toastAccent"_s, (m_dark ? light() : dark()).colour(ColourRole::Accent).name()},
        {u"@accent"_s, colour(ColourRole::Accent).name()},
        {u"@tint"_s, colour(ColourRole::Tint).name()},
        {u"@window"_s, colour(ColourRole::Window).name()},
        {u"@lane"_s, colour(ColourRole::Lane).name()},
        {u"@surface"_s, colour(ColourRole::Surface).name()},
        {u"@raised"_s, colour(ColourRole::Raised).name()},
        {u"@line"_s, colour(ColourRole::Line).name()},
        {u"@quietEdge"_s, colour(ColourRole::QuietEdge).name()},
        {u"@edge"_s, colour(ColourRole::Edge).name()},
        {u"@text"_s, colour(ColourRole::Text).name()},
        {u"@muted"_s, colour(ColourRole::Muted).name()},
        {u"@dangerFill"_s, dangerFill().name()},
        {u"@dangerHover"_s, mixed(QColor(Qt::black), dangerFill(), 0.12).name()},
        {u"@fadedEdge"_s, m_stark ? faded(*this).name() : colour(ColourRole::Line).name()},
        {u"@faded"_s, faded(*this).name()},
        {u"@danger"_s, colour(ColourRole::Danger).name()},
        {u"@hover"_s, hover().name()},
        {u"@pressed"_s, pressed().name()},
        {u"@scroll"_s, colour(ColourRole::QuietEdge).name()},
        {u"@control"_s, pixels(control)},
        {u"@ringed"_s, pixels(control - 2)},
        {u"@toolHeight"_s, pixels(control - 8)},
        {u"@inBar"_s, pixels(control - 4)},
        {u"@check"_s, pixels(scaled(16, metrics))},
        {u"@chevronRight"_s, u":/kartoteka/icons/chevron-right-%1.svg"_s.arg(suffix)},
        {u"@chevronUp"_s, u":/kartoteka/icons/chevron-up-%1.svg"_s.arg(suffix)},
        {u"@chevron"_s, u":/kartoteka/icons/chevron-%1.svg"_s.arg(suffix)},
        {u"@tick"_s, u":/kartoteka/icons/tick.svg"_s}};
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

namespace {

/// @p factor of the base, but not below @p smallest pixels.
QFont resized(const QFont &base, double factor, int smallest, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(qMax(smallest, qRound(QFontInfo(base).pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont Theme::small(const QFont &base)
{
    return resized(base, 0.92, 12, QFont::Normal);
}

QFont Theme::caption(const QFont &base)
{
    return resized(base, 0.85, 11, QFont::DemiBold);
}

QFont Theme::strong(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::title(const QFont &base)
{
    return resized(base, 1.3, 15, QFont::DemiBold);
}

QIcon Theme::icon(const QString &name, ColourRole role) const
{
    return icon(name, colour(role));
}

QIcon Theme::icon(const QString &name, const QColor &colour) const
{
    // Painters ask for the same few at every frame.
    static QHash<QString, QIcon> made;
    const QString key = name + colour.name(QColor::HexArgb) + (m_dark ? u'd' : u'l');
    if (const auto known = made.constFind(key); known != made.cend())
        return *known;
    initViewResources();
    QFile file(u":/kartoteka/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("#000000", colour.name().toLatin1());
    const QByteArray faded = QByteArray(svg).replace(colour.name().toLatin1(),
                                                     this->colour(ColourRole::QuietEdge).name().toLatin1());
    const QIcon icon(new IconEngine(svg, faded));
    made.insert(key, icon);
    return icon;
}

int scaled(int length, const QFontMetrics &metrics)
{
    constexpr int drawnFor = 19;
    return qMax(length, length * metrics.height() / drawnFor);
}

QSize dialogSize(const QWidget &parent, const QSize &size)
{
    const QFontMetrics metrics = parent.fontMetrics();
    return QSize(scaled(size.width(), metrics), scaled(size.height(), metrics)).boundedTo(parent.window()->size() * 9 / 10);
}

void makePrimary(QWidget *button)
{
    button->setProperty("primary", true);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

void makeDestructive(QWidget *button)
{
    button->setProperty("destructive", true);
    makePrimary(button);
}

} // namespace Kartoteka
