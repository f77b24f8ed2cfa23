// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/path_menu.h"

#include "core/schema/builtin_names.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_text.h"

#include <QCoreApplication>
#include <QMenu>

namespace Kartoteka {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::PathMenu)
};

} // namespace

void addPathActions(QMenu &menu, const Schema &schema, qint64 typeId,
                    const std::function<bool(const FieldPath &)> &isOffered,
                    const std::function<void(QAction &, const QString &path)> &prepare)
{
    for (const Field &field : schema.fields(typeId)) {
        if (isOffered({{}, &field}))
            prepare(*menu.addAction(menuText(displayName(field))), field.code);
    }
    QMenu *linked = nullptr; // of the link whose fields come now
    const Field *link = nullptr;
    for (const QString &code : linkedPaths(schema, typeId)) {
        const FieldPath path = pathOf(schema, typeId, code);
        if (!isOffered(path))
            continue;
        if (!linked)
            addMenuHeading(menu, Words::tr("Fields of linked cards")); // a link and its fields have one name
        if (link != path.links.constFirst()) {
            link = path.links.constFirst();
            linked = menu.addMenu(menuText(displayName(*link)));
            linked->setObjectName(u"fieldsOf_"_s + link->code);
        }
        prepare(*linked->addAction(menuText(displayName(*path.field))), code);
    }
}

} // namespace Kartoteka
