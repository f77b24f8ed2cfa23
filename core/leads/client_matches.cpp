// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/client_matches.h"

#include "core/base/fold.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/store/value_codec.h"

namespace Kartoteka {

namespace {

const QString contact = u"contact"_s;
const QString company = u"company"_s;
constexpr int mostCandidates = 500;     ///< companies that hold the words of a name
constexpr qsizetype indexedLetters = 3; ///< the search index knows nothing shorter

/// Written in words: a form of several words is taken off as a whole.
const QStringList &longForms()
{
    static const QStringList forms{u"общество с ограниченной ответственностью"_s,
                                   u"товарищество с ограниченной ответственностью"_s,
                                   u"публичное акционерное общество"_s,
                                   u"закрытое акционерное общество"_s,
                                   u"открытое акционерное общество"_s,
                                   u"непубличное акционерное общество"_s,
                                   u"акционерное общество"_s,
                                   u"индивидуальный предприниматель"_s,
                                   u"sp z o o"_s,
                                   u"s r l"_s,
                                   u"s p a"_s,
                                   u"limited liability company"_s};
    return forms;
}

const QStringList &shortForms()
{
    static const QStringList forms{u"ооо"_s,  u"оао"_s,  u"зао"_s, u"пао"_s,  u"ао"_s,   u"нао"_s,     u"ип"_s,
                                   u"тоо"_s,  u"чп"_s,   u"одо"_s, u"фгуп"_s, u"гуп"_s,  u"муп"_s,     u"ано"_s,
                                   u"нко"_s,  u"тов"_s,  u"пп"_s,  u"llc"_s,  u"ltd"_s,  u"limited"_s, u"inc"_s,
                                   u"corp"_s, u"gmbh"_s, u"ag"_s,  u"plc"_s,  u"sarl"_s, u"bv"_s,      u"oy"_s};
    return forms;
}

void add(QList<ClientMatch> &matches, const ClientMatch &match)
{
    const bool known = std::any_of(matches.cbegin(), matches.cend(), [&](const ClientMatch &m) { return m.id == match.id; });
    if (!known)
        matches.append(match);
}

Result<void> addClient(const ReadContext &context, const Item &item, const EntityType &type, QList<ClientMatch> &matches)
{
    const qint64 id = item.reference(u"client_"_s + type.code);
    if (id == 0)
        return {};
    auto client = readItem(context, {type.id, id, {}});
    if (client && !client->deleted)
        add(matches, {id, MatchedBy::Client, client->text(u"title"_s)});
    return {};
}

Result<void> addByKeys(const ReadContext &context, const Item &item, const EntityType &type, QList<ClientMatch> &matches)
{
    for (const auto &[code, by] : {std::pair(u"phone"_s, MatchedBy::Phone), std::pair(u"email"_s, MatchedBy::Email)}) {
        const Field *field = context.schema->field(item.typeId, code);
        if (!field)
            continue;
        for (const Member &member : item.members(code)) {
            auto ids = findByKey(context, type.id, memberKey(field->type, member, context.schema->phoneRegion()));
            if (!ids)
                return ids.error();
            for (const qint64 id : std::as_const(*ids))
                add(matches, {id, by, member.text});
        }
    }
    return {};
}

/// Companies whose titles may be the wanted one. The search index finds them; for the shortest names, that it does not hold,
/// the usual spellings are asked one by one.
Result<QList<qint64>> candidates(const ReadContext &context, const EntityType &type, const QString &title,
                                 const QString &key)
{
    QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < indexedLetters; });
    if (!words.isEmpty()) {
        ItemQuery query;
        query.typeId = type.id;
        query.search = words.join(u' ');
        return queryIds(context, query, mostCandidates);
    }
    QStringList spellings{title, key};
    for (const QString &form : shortForms()) {
        for (const QString &pattern : {u"%1 %2"_s, u"%1 \"%2\""_s, u"%1 «%2»"_s, u"%2 %1"_s, u"%2, %1"_s})
            spellings << pattern.arg(form, key);
    }
    QList<qint64> found;
    for (const QString &spelling : std::as_const(spellings)) {
        auto ids = findByTitle(context, type.id, spelling);
        if (!ids)
            return ids;
        found += *ids;
    }
    return found;
}

Result<void> addByTitle(const ReadContext &context, const QString &title, const EntityType &type,
                        QList<ClientMatch> &matches)
{
    const QString key = companyKey(title);
    if (key.isEmpty())
        return {};
    auto ids = candidates(context, type, title, key);
    if (!ids)
        return ids.error();
    QSet<ItemRef> refs;
    for (const qint64 id : std::as_const(*ids))
        refs.insert({type.id, id, {}});
    auto titles = itemTitles(context, refs);
    if (!titles)
        return titles.error();
    std::sort(ids->begin(), ids->end()); // the eldest first: the one people know
    for (const qint64 id : std::as_const(*ids)) {
        if (companyKey(titles->value({type.id, id, {}})) == key)
            add(matches, {id, MatchedBy::Title, title});
    }
    return {};
}

} // namespace

QString companyKey(const QString &title)
{
    QString plain;
    const QString folded = fold(title);
    for (const QChar c : folded)
        plain += c.isLetterOrNumber() || c == u'&' || c == u'+' ? c : QChar(u' ');
    const QStringList all = plain.split(u' ', Qt::SkipEmptyParts);
    QString name = u' ' + all.join(u' ') + u' ';
    for (const QString &form : longForms())
        name.replace(u' ' + form + u' ', u" "_s);
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && shortForms().contains(words.constFirst()))
        words.removeFirst();
    while (!words.isEmpty() && shortForms().contains(words.constLast()))
        words.removeLast();
    return words.isEmpty() ? all.join(u' ') : words.join(u' ');
}

Result<QHash<QString, QList<ClientMatch>>> clientMatches(const ReadContext &context, const Item &item)
{
    QHash<QString, QList<ClientMatch>> found;
    for (const QString &code : {contact, company}) {
        const EntityType *type = context.schema->type(code);
        if (!type)
            continue;
        QList<ClientMatch> matches;
        if (auto done = addClient(context, item, *type, matches); !done)
            return done.error();
        if (auto done = addByKeys(context, item, *type, matches); !done)
            return done.error();
        if (const QString title = item.text(u"company_title"_s); code == company && !title.isEmpty()) {
            if (auto done = addByTitle(context, title, *type, matches); !done)
                return done.error();
        }
        if (!matches.isEmpty())
            found.insert(code, matches);
    }
    return found;
}

} // namespace Kartoteka
