// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_row.h"

#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/icon_button.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

using namespace Qt::StringLiterals;

RecentRow::RecentRow(const RecentFile &file, QWidget *parent) : QWidget(parent)
{
    const QString name = QFileInfo(file.path).completeBaseName();
    const QString folder = QDir::toNativeSeparators(QFileInfo(file.path).absolutePath());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *button = new QPushButton(this);
    button->setProperty("recent", true);
    button->setObjectName(u"recentFile"_s);
    button->setToolTip(QDir::toNativeSeparators(file.path));
    button->setFixedHeight(scaled(48, fontMetrics()));
    row->addWidget(button, 1);
    auto *inside = new QHBoxLayout(button);
    inside->setContentsMargins(Space::m, 0, Space::m, 0);
    inside->setSpacing(Space::m);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    inside->addStretch(0);
    inside->addLayout(texts, 1);
    const auto add = [button](QBoxLayout *layout, const QString &text, bool muted) {
        auto *label = new ElidedLabel(text, button);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("muted", muted);
        label->setAttribute(Qt::WA_TransparentForMouseEvents); // the button is what is pressed
        label->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(label);
        return label;
    };
    texts->addStretch();
    ElidedLabel *title = add(texts, name, file.isMissing);
    title->setFont(Theme::strong(font()));
    add(texts, folder, true)->setFont(Theme::small(font()));
    texts->addStretch();
    const QString when = openedText(file);
    auto *date = new QLabel(when, button);
    date->setProperty("muted", true);
    date->setFont(Theme::small(font()));
    date->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(date);
    button->setAccessibleName(name);
    button->setAccessibleDescription(u"%1, %2"_s.arg(folder, when));
    connect(button, &QPushButton::clicked, this, &RecentRow::chosen);
    QToolButton *forget = makeIconButton(this, u"recentForget"_s, u"close"_s, tr("Remove “%1” from the list").arg(name));
    row->addWidget(forget);
    connect(forget, &QToolButton::clicked, this, &RecentRow::forgetWanted);
}

} // namespace Kartoteka
