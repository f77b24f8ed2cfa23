// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/definitions.h"
#include "app/cli/product_words.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"

#include <QFile>

namespace Kartoteka::Cli {

namespace {

constexpr qint64 largestFile = 50'000'000; ///< bytes

Result<QJsonObject> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::File, Texts::tr("“%1” cannot be read: %2").arg(path, file.errorString()), {}, path};
    const QByteArray bytes = file.read(largestFile + 1); // some files have no end, and say no size
    if (bytes.size() > largestFile)
        return Error::usage(Texts::tr("“%1” is too large.").arg(path));
    return productsIn(bytes, path);
}

Result<void> setProducts(const Session &session, const Item &item, const QList<ProductRow> &before)
{
    auto json = readFile(session.arguments.words[3]);
    if (!json)
        return json.error();
    return commit(session, plannedProducts(session, item, before, *json));
}

} // namespace

int runProducts(const Session &session)
{
    auto ref = session.item(1);
    if (!ref)
        return session.output.fail(ref.error());
    const EntityType &type = *session.schema().type(ref->type);
    if (!type.hasProducts)
        return session.output.fail(Error::usage(Texts::tr("“%1” has no products.").arg(pluralName(type))));
    const QStringList &words = session.arguments.words;
    if (words.size() == 3 || (words.size() == 4 && words[2] != u"set"))
        return session.output.fail(Error::usage(Texts::tr("Say: products TYPE ID [set FILE.json]")));
    auto item = readItem(session.reader(), *ref);
    auto rows = readProducts(session.reader(), *ref);
    if (item && rows && words.size() == 4) {
        if (auto done = setProducts(session, *item, *rows); !done)
            return session.output.fail(done.error());
        item = readItem(session.reader(), *ref);
        rows = readProducts(session.reader(), *ref);
    }
    if (!item || !rows)
        return session.output.fail(item ? rows.error() : item.error());
    if (!session.output.json())
        tellProducts(session, *item, *rows);
    session.output.document(productsJson(session.reader(), *item, *rows));
    return 0;
}

} // namespace Kartoteka::Cli
