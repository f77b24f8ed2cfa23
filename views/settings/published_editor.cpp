// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/published_editor.h"

#include "views/publish/published_choice.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/file_chooser.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

PublishedEditor::PublishedEditor(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_choice(PublishedChoice::of(store))
    , m_folder(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop updating"), this))
    , m_path(new QLabel(this))
{
    m_folder->setObjectName(u"publishedFolder"_s);
    m_stop->setObjectName(u"publishedStop"_s);
    m_path->setObjectName(u"publishedPath"_s);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setWordWrap(true);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setFont(Theme::small(font()));
    m_path->setProperty("muted", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    for (QPushButton *button : {m_folder, m_stop}) {
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_path);
    setFocusProxy(m_folder);
    connect(m_folder, &QPushButton::clicked, this, &PublishedEditor::askFolder);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_choice.chooseFolder({}); });
    connect(&m_choice, &PublishedChoice::changed, this, &PublishedEditor::showChoice);
    showChoice();
}

void PublishedEditor::askFolder()
{
    const QString folder = askForFile(
        this,
        {FileQuestion::Kind::Folder, tr("Folder for the calendar file"), {}, QFileInfo(m_choice.calendar().path).path()});
    if (!folder.isEmpty())
        m_choice.chooseFolder(folder);
}

void PublishedEditor::showChoice()
{
    const PublishedCalendar calendar = m_choice.calendar();
    const bool isKept = !calendar.path.isEmpty();
    m_folder->setText(isKept ? tr("Another folder…") : tr("Choose a folder…"));
    m_stop->setVisible(isKept);
    m_path->setVisible(isKept);
    m_path->setText(QDir::toNativeSeparators(calendar.path));
}

ChoiceButton *makePublishedContent(Store &store, QWidget *parent)
{
    auto *button = new ChoiceButton(parent);
    button->setObjectName(u"publishedContent"_s);
    button->setSingle(true);
    button->setChoices(
        {{publishedContentCode(PublishedContent::Own), PublishedEditor::tr("My activities")},
         {publishedContentCode(PublishedContent::Meetings), PublishedEditor::tr("My meetings, no tasks")},
         {publishedContentCode(PublishedContent::Everybody), PublishedEditor::tr("Activities of the whole office")}});
    PublishedChoice &choice = PublishedChoice::of(store);
    const auto show = [button, &choice] { button->setValues({publishedContentCode(choice.calendar().content)}); };
    QObject::connect(button, &ChoiceButton::changed, &choice, [button, show, &choice] {
        const auto content = publishedContentOf(button->values().value(0));
        content ? choice.chooseContent(*content) : show(); // the one that holds was chosen
    });
    QObject::connect(&choice, &PublishedChoice::changed, button, show);
    show();
    return button;
}

} // namespace Kartoteka
