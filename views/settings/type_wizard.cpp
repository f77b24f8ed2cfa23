// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/type_wizard.h"

#include "core/definitions/code_names.h"
#include "core/definitions/numbering.h"
#include "core/schema/builtin_names.h"
#include "core/schema/stage_colours.h"
#include "views/settings/type_form.h"
#include "views/theme/theme.h"
#include "views/widgets/chosen_is_current.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/row_checks.h"
#include "views/widgets/unsaved_question.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr QSize wizardExtent(860, 480);
constexpr int stepsWidth = 150;
constexpr int pictureWidth = 240;

/// The board that comes of what was chosen, small.
class BoardPicture final : public QWidget
{
public:
    BoardPicture(const TypeWizard &wizard, QWidget *parent) : QWidget(parent), m_wizard(wizard)
    {
        setObjectName(u"typePicture"_s);
        setAccessibleName(TypeWizard::tr("Preview"));
        setFixedWidth(scaled(pictureWidth, fontMetrics()));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(palette());
        const NewType type = m_wizard.typed();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(ColourRole::Window));
        painter.drawRoundedRect(rect(), Space::laneRadius, Space::laneRadius);
        QRect room = rect().adjusted(Space::m, Space::m, -Space::m, -Space::m);
        const int side = scaled(18, fontMetrics());
        theme.icon(type.icon, type.colour.isEmpty() ? theme.colour(ColourRole::Muted) : theme.mark(QColor(type.colour)))
            .paint(&painter, QRect(room.topLeft(), QSize(side, side)));
        painter.setFont(Theme::strong(font()));
        painter.setPen(theme.colour(ColourRole::Text));
        const QString plural = type.plural.simplified().isEmpty() ? type.name.simplified() : type.plural.simplified();
        const QRect name(room.left() + side + Space::s, room.top(), room.width() - side - Space::s, side);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(plural, Qt::ElideRight, name.width()));
        room.setTop(name.bottom() + Space::m);
        type.hasStages ? paintStages(painter, room, type) : paintRows(painter, room);
    }

private:
    void paintStages(QPainter &painter, const QRect &room, const NewType &type) const
    {
        const Theme &theme = Theme::of(palette());
        const QList<StageTemplate> templates = stageTemplates();
        const auto found = std::ranges::find(templates, type.stages, &StageTemplate::code);
        const StageTemplate &stages = found == templates.end() ? templates.first() : *found;
        QList<QPair<QString, QColor>> heads;
        for (qsizetype i = 0; i < stages.inProgress.size(); ++i)
            heads.append(
                {stages.inProgress[i].isEmpty() ? displayed(i == 0 ? u"new"_s : u"in_progress"_s) : stages.inProgress[i],
                 QColor(StageColours::inProgress(i))});
        heads.append({stages.won.isEmpty() ? displayed(u"won"_s) : stages.won, QColor(StageColours::won)});
        for (const QString &lost : stages.lost)
            heads.append({lost.isEmpty() ? displayed(u"lost"_s) : lost, QColor(StageColours::lost)});
        const int step = scaled(40, fontMetrics());
        painter.setFont(Theme::small(font()));
        for (qsizetype i = 0; i < heads.size(); ++i) {
            const QRect lane(room.left(), room.top() + int(i) * step, room.width(), step - Space::s);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(ColourRole::Lane));
            painter.drawRoundedRect(lane, Space::controlRadius, Space::controlRadius);
            painter.setBrush(theme.mark(heads[i].second, ColourRole::Lane));
            painter.drawRoundedRect(QRect(lane.left(), lane.top(), Space::xs, lane.height()), 2, 2);
            painter.setPen(theme.colour(ColourRole::Text));
            painter.drawText(lane.adjusted(Space::m, 0, -Space::s, 0), Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(heads[i].first, Qt::ElideRight, lane.width() - Space::xl));
        }
    }

    void paintRows(QPainter &painter, const QRect &room) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette()).colour(ColourRole::Lane));
        const int step = scaled(28, fontMetrics());
        for (int y = room.top(); y + step < room.bottom(); y += step)
            painter.drawRoundedRect(QRect(room.left(), y, room.width(), step - Space::s), Space::chipRadius,
                                    Space::chipRadius);
    }

    static QString displayed(const QString &code)
    {
        const BuiltinName name = builtinName(u"stage"_s, code);
        return nameLanguage() == u"ru" ? name.ru : name.en;
    }

    const TypeWizard &m_wizard;
};

QLabel *explained(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    return label;
}

} // namespace

TypeWizard::TypeWizard(Store &store, QWidget *parent) : WalkedDialog(parent), m_store(store)
{
    setObjectName(u"typeWizard"_s);
    setWindowTitle(tr("New type"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *across = new QHBoxLayout;
    across->setSpacing(Space::l);
    m_steps = new QListWidget(this);
    m_steps->setObjectName(u"typeSteps"_s);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setFixedWidth(scaled(stepsWidth, fontMetrics()));
    m_steps->addItems({tr("Name"), tr("What it has"), tr("Stages"), tr("Belongs to")});
    across->addWidget(m_steps);
    m_pages = new QStackedWidget(this);
    for (QWidget *page : {makeNames(), makeProperties(), makeStages(), makeLinks()})
        m_pages->addWidget(page);
    across->addWidget(m_pages, 1);
    m_picture = new BoardPicture(*this, this);
    across->addWidget(m_picture);
    layout->addLayout(across, 1);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"typeProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *ways = new QHBoxLayout;
    m_back = new QPushButton(tr("Back"), this);
    m_back->setObjectName(u"typeBack"_s);
    m_next = new QPushButton(tr("Next"), this);
    m_next->setObjectName(u"typeNext"_s);
    for (QPushButton *button : {m_back, m_next})
        ways->addWidget(button);
    ways->addStretch(1);
    layout->addLayout(ways);
    m_make = addDialogButtons(this, ways, tr("Create"), u"typeMake"_s);
    resize(dialogSize(*parent, wizardExtent));
    makeChosenCurrent(*m_steps);
    connect(m_steps, &QListWidget::currentRowChanged, this, &TypeWizard::showStep);
    connect(m_back, &QPushButton::clicked, this, [this] { m_steps->setCurrentRow(m_steps->currentRow() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (isNamed())
            m_steps->setCurrentRow(m_steps->currentRow() + 1);
    });
    m_steps->setCurrentRow(0);
    m_form->focusFirst();
}

QWidget *TypeWizard::makeNames()
{
    auto *page = new QWidget(this);
    auto *down = new QVBoxLayout(page);
    down->setContentsMargins(0, 0, 0, 0);
    TypeSettings fresh;
    fresh.icon = u"file"_s;
    m_form = new TypeForm(fresh, page);
    down->addWidget(m_form);
    m_number = new QLineEdit(page);
    m_number->setObjectName(u"typeNumber"_s);
    m_number->setPlaceholderText(u"{number}"_s);
    m_number->setToolTip(tr("{number} is the number, {number:5} has at least five digits"));
    m_form->addRow(tr("Numbers look like"), m_number);
    connect(m_number, &QLineEdit::textChanged, this, &TypeWizard::showPicture);
    m_code = new QLineEdit(page);
    m_code->setObjectName(u"typeCode"_s);
    m_code->setToolTip(tr("For filters, files and the command line; it stays"));
    m_form->addRow(tr("Code"), m_code);
    down->addStretch(1);
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_codeTyped = true; });
    connect(m_form, &TypeForm::changed, this, [this] {
        if (!m_codeTyped)
            m_code->setText(m_form->name().isEmpty() ? QString() : freeTypeCode(*m_store.schema(), m_form->name()));
        showPicture();
    });
    return page;
}

QWidget *TypeWizard::makeProperties()
{
    auto *page = new QWidget(this);
    auto *down = new QVBoxLayout(page);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(Space::s);
    const auto add = [&](const QString &name, const QString &text, const QString &what, bool on) {
        auto *box = new QCheckBox(text, page);
        box->setObjectName(name);
        box->setChecked(on);
        down->addWidget(box);
        QLabel *label = explained(what, page);
        label->setContentsMargins(Space::xl, 0, 0, Space::s);
        down->addWidget(label);
        connect(box, &QCheckBox::toggled, this, &TypeWizard::showPicture);
        return box;
    };
    m_hasStages = add(u"typeStages"_s, tr("Stages"),
                      tr("A board, amounts, success and loss. They can be added and taken away later."), true);
    m_hasPipelines = add(u"typePipelines"_s, tr("Several pipelines"), tr("Each with stages of its own."), false);
    m_hasClient = add(u"typeClient"_s, tr("Client"), tr("A contact and a company on each card."), true);
    m_hasProducts = add(u"typeProducts"_s, tr("Products"),
                        tr("Rows with quantities, prices, discounts and taxes, whose sum is the amount."), false);
    down->addWidget(explained(tr("Every type has activities, files, comments, filters, import and exchange."), page));
    down->addStretch(1);
    connect(m_hasStages, &QCheckBox::toggled, m_hasPipelines, &QWidget::setEnabled);
    return page;
}

QWidget *TypeWizard::makeStages()
{
    auto *page = new QWidget(this);
    auto *down = new QVBoxLayout(page);
    down->setContentsMargins(0, 0, 0, 0);
    m_template = new QComboBox(page);
    m_template->setObjectName(u"typeTemplate"_s);
    m_template->setAccessibleName(tr("Starting stages"));
    for (const StageTemplate &one : stageTemplates())
        m_template->addItem(one.name, one.code);
    down->addWidget(m_template);
    down->addWidget(explained(tr("Starting stages. You can rename, move, add and delete them at any time."), page));
    down->addStretch(1);
    connect(m_template, &QComboBox::currentIndexChanged, this, &TypeWizard::showPicture);
    connect(m_hasStages, &QCheckBox::toggled, m_template, &QWidget::setEnabled);
    return page;
}

QWidget *TypeWizard::makeLinks()
{
    auto *page = new QWidget(this);
    auto *down = new QVBoxLayout(page);
    down->setContentsMargins(0, 0, 0, 0);
    down->addWidget(explained(tr("Each has a link to one of these:"), page));
    m_links = new QListWidget(page);
    m_links->setObjectName(u"typeLinks"_s);
    m_links->setAccessibleName(tr("Belongs to"));
    for (const EntityType &type : m_store.schema()->types()) {
        if (!type.isItem)
            continue;
        auto *item = new QListWidgetItem(displayName(type), m_links);
        item->setData(Qt::UserRole, type.code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint(QSize(0, scaled(sizes().control, fontMetrics())));
    }
    checkByRows(*m_links);
    m_links->setCurrentRow(0);
    down->addWidget(m_links, 1);
    m_asTab = new QCheckBox(tr("Shown as a tab on their cards"), page);
    m_asTab->setObjectName(u"typeAsTab"_s);
    m_asTab->setChecked(true);
    down->addWidget(m_asTab);
    return page;
}

void TypeWizard::showStep(int step)
{
    m_pages->setCurrentIndex(qMax(0, step));
    const bool isLast = step + 1 >= m_steps->count();
    // Enter goes on where there is something to go on to, and never falls on “Cancel”.
    QPushButton *const forward = isLast ? m_make : m_next;
    forward->setDefault(true); // before it has the focus, which would make it so for a while alone
    if ((isLast && m_next->hasFocus()) || (step <= 0 && m_back->hasFocus()))
        forward->setFocus();
    m_back->setEnabled(step > 0);
    m_next->setEnabled(!isLast);
}

void TypeWizard::showPicture()
{
    m_problem->hide();
    m_picture->update();
}

NewType TypeWizard::typed() const
{
    NewType type;
    m_form->take(type);
    type.code = m_code->text().trimmed();
    type.hasStages = m_hasStages->isChecked();
    type.hasPipelines = type.hasStages && m_hasPipelines->isChecked();
    type.hasClient = m_hasClient->isChecked();
    type.hasProducts = m_hasProducts->isChecked();
    type.stages = m_template->currentData().toString();
    for (int row = 0; row < m_links->count(); ++row) {
        if (m_links->item(row)->checkState() == Qt::Checked)
            type.links.append({m_links->item(row)->data(Qt::UserRole).toString(), m_asTab->isChecked()});
    }
    return type;
}

/// Its section bears the plural, which nobody can tell from the name.
bool TypeWizard::isNamed()
{
    if (m_form->name().isEmpty())
        refuse({ErrorCode::Usage, tr("Enter the singular name."), {}, u"name"_s});
    else if (m_form->plural().isEmpty())
        refuse({ErrorCode::Usage, tr("Enter the plural name: it becomes the name of the section."), {}, u"plural"_s});
    else
        return true;
    return false;
}

void TypeWizard::refuse(const Error &error)
{
    m_problem->setText(error.message);
    m_problem->show();
    m_steps->setCurrentRow(error.where == u"links" ? 3 : error.where == u"stages" ? 2 : error.where == u"pipelines" ? 1 : 0);
    if (error.where == u"code")
        m_code->setFocus();
    else if (error.where == u"number")
        m_number->setFocus();
    else if (error.where == u"name")
        m_form->focusFirst();
    else if (error.where == u"plural")
        m_form->focusPlural();
}

/// Whether more than ticks and choices would be lost.
bool TypeWizard::isWritten() const
{
    const NewType type = typed();
    return !type.name.trimmed().isEmpty() || !type.plural.trimmed().isEmpty() || !type.titlePattern.trimmed().isEmpty()
        || !type.code.isEmpty() || !m_number->text().trimmed().isEmpty();
}

void TypeWizard::reject()
{
    if (m_pending.isRunning())
        return; // it comes to be, whoever turns away now
    if (!isVisible() || !isWritten()) {
        QDialog::reject();
        return;
    }
    const QString name = m_form->name().simplified();
    switch (askAboutDraft(tr("Create the type “%1”?").arg(name.isEmpty() ? windowTitle() : name), tr("Create"), this)) {
    case UnsavedAnswer::Save: accept(); break;
    case UnsavedAnswer::Discard: QDialog::reject(); break;
    case UnsavedAnswer::Stay: break;
    }
}

void TypeWizard::accept()
{
    if (m_pending.isRunning() || !isNamed())
        return;
    const NewType type = typed();
    auto changes = planAddType(*m_store.schema(), type);
    if (!changes) {
        refuse(changes.error());
        return;
    }
    const QUuid uid = changes->changes.constFirst().uid;
    if (const QString pattern = m_number->text().simplified(); !pattern.isEmpty()) {
        EntityType made;
        made.uid = uid;
        auto numbers = planNumberPattern(made, pattern);
        if (!numbers) {
            refuse({ErrorCode::Usage, numbers.error().message, {}, u"number"_s});
            return;
        }
        changes->changes << numbers->changes;
    }
    m_pending.begin(this, m_store.commit(*changes),
                    [this, uid, name = type.name.simplified()](const Result<Receipt> &receipt) {
                        if (!receipt) {
                            refuse(receipt.error());
                            return false;
                        }
                        emit made(receipt->created.value(uid), name);
                        QDialog::accept();
                        return true;
                    });
}

} // namespace Kartoteka
