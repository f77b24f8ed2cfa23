// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/type_form.h"

#include "views/theme/theme.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/dot.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Kartoteka {

namespace {

QList<QPair<QString, QString>> icons()
{
    return {{u"list"_s, TypeForm::tr("List")},         {u"file"_s, TypeForm::tr("Document")},
            {u"folder"_s, TypeForm::tr("Folder")},     {u"flag"_s, TypeForm::tr("Flag")},
            {u"star"_s, TypeForm::tr("Star")},         {u"tag"_s, TypeForm::tr("Label")},
            {u"calendar"_s, TypeForm::tr("Calendar")}, {u"phone"_s, TypeForm::tr("Phone")},
            {u"mail"_s, TypeForm::tr("Letter")},       {u"clock"_s, TypeForm::tr("Clock")},
            {u"user"_s, TypeForm::tr("Person")},       {u"company"_s, TypeForm::tr("Building")},
            {u"deal"_s, TypeForm::tr("Deal")},         {u"lead"_s, TypeForm::tr("Lead")},
            {u"contact"_s, TypeForm::tr("Contact")},   {u"activity"_s, TypeForm::tr("Tick")}};
}

} // namespace

TypeForm::TypeForm(const TypeSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(settings.name, this))
    , m_plural(new QLineEdit(settings.plural, this))
    , m_icon(new QComboBox(this))
    , m_colour(new QPushButton(this))
    , m_title(new QLineEdit(settings.titlePattern, this))
    , m_chosen(settings.colour)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Space::s);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name->setObjectName(u"typeName"_s);
    m_name->setPlaceholderText(tr("Contract"));
    form->addRow(tr("Singular name"), m_name);
    m_plural->setObjectName(u"typePlural"_s);
    m_plural->setPlaceholderText(tr("Contracts"));
    form->addRow(tr("Plural name"), m_plural);
    m_icon->setObjectName(u"typeIcon"_s);
    for (const auto &[icon, name] : icons())
        m_icon->addItem(Theme::of(palette()).icon(icon), name, icon);
    if (m_icon->findData(settings.icon) < 0 && !settings.icon.isEmpty())
        m_icon->addItem(Theme::of(palette()).icon(settings.icon), settings.icon, settings.icon);
    m_icon->setCurrentIndex(qMax(0, m_icon->findData(settings.icon)));
    form->addRow(tr("Icon"), m_icon);
    m_colour->setObjectName(u"typeColour"_s);
    m_colour->setAutoDefault(false);
    form->addRow(tr("Colour"), m_colour);
    m_title->setObjectName(u"typeTitle"_s);
    m_title->setPlaceholderText(tr("Contract No. {number}"));
    m_title->setToolTip(tr("The title of a card without one; {number} is its number"));
    form->addRow(tr("Default title"), m_title);
    showColour();
    for (QLineEdit *line : {m_name, m_plural, m_title})
        connect(line, &QLineEdit::textChanged, this, &TypeForm::changed);
    connect(m_icon, &QComboBox::currentIndexChanged, this, &TypeForm::changed);
    connect(m_colour, &QPushButton::clicked, this, [this] {
        const auto colour = askColour(window(), tr("What colour should “%1” have?").arg(name()), QColor(m_chosen));
        if (!colour)
            return;
        m_chosen = colour->name();
        showColour();
        emit changed();
    });
}

void TypeForm::showColour()
{
    m_colour->setText(m_chosen.isEmpty() ? tr("No colour") : m_chosen);
    m_colour->setAccessibleName(tr("Colour: %1").arg(m_colour->text()));
    if (m_chosen.isEmpty())
        return;
    constexpr int side = 16;
    QPixmap dot(QSize(side, side) * devicePixelRatioF());
    dot.setDevicePixelRatio(devicePixelRatioF());
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    paintDot(painter, QRect(3, 3, side - 6, side - 6), QColor(m_chosen), Theme::of(palette()));
    painter.end();
    m_colour->setIcon(dot);
}

void TypeForm::take(TypeSettings &settings) const
{
    settings.name = m_name->text();
    settings.plural = m_plural->text();
    settings.icon = m_icon->currentData().toString();
    settings.colour = m_chosen;
    settings.titlePattern = m_title->text();
}

QString TypeForm::name() const
{
    return m_name->text().simplified();
}

QString TypeForm::plural() const
{
    return m_plural->text().simplified();
}

void TypeForm::addRow(const QString &label, QWidget *widget)
{
    static_cast<QFormLayout *>(layout())->addRow(label, widget);
}

void TypeForm::setUsualPlural(const QString &plural)
{
    m_plural->setPlaceholderText(plural);
}

void TypeForm::focusFirst()
{
    m_name->setFocus();
}

void TypeForm::focusPlural()
{
    m_plural->setFocus();
}

} // namespace Kartoteka
