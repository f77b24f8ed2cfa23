// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/link_finder.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/base/person_name.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

/// Two or three words without digits or quotes.
bool looksLikePerson(const QString &text)
{
    static const QRegularExpression words(u"^[\\p{L}'’.-]+(?: [\\p{L}'’.-]+){1,3}$"_s);
    return words.match(text.simplified()).hasMatch();
}

Member memberOf(const Value &value)
{
    Member member;
    if (value.typeId() == QMetaType::QUuid)
        member.ref.uid = value.toUuid();
    else
        member.ref.id = value.toLongLong();
    return member;
}

/// What names an item by its number: digits, which may stand behind a sign or in the dress of the type's numbers. Empty: nothing
/// does.
QString numberMeant(const Schema &schema, const EntityType &type, const QString &text)
{
    static const QRegularExpression bare(u"^(?:№|#|No\\.|N)?\\s*(\\d{1,18})$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString plain = plainNumber(schema, type, text.trimmed());
    if (plain != text.trimmed())
        return plain;
    const QRegularExpressionMatch match = bare.match(plain);
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

LinkFinder::LinkFinder(SchemaPtr schema, ReadContext context, bool isOwn)
    : m_schema(std::move(schema)), m_context(std::move(context)), m_isOwn(isOwn)
{}

void LinkFinder::keep()
{
    m_fresh.clear();
    m_freshOrganisations.clear();
}

void LinkFinder::discard()
{
    for (const QString &key : std::as_const(m_fresh))
        m_known.remove(key);
    for (const auto &[type, core] : std::as_const(m_freshOrganisations)) {
        QList<Organisation> &same = m_organisations[type][core];
        if (!same.isEmpty())
            same.removeLast();
    }
    keep();
}

bool LinkFinder::isPerson(const EntityType &type) const
{
    const Field *title = m_schema->field(type.id, Codes::title);
    return title && !title->editable && m_schema->field(type.id, Codes::lastName);
}

QStringList LinkFinder::peopleIn(const Field &field, const QString &text) const
{
    const EntityType *type = m_schema->type(field.target);
    if (m_isOwn || !type || !isPerson(*type))
        return {text};
    static const QRegularExpression separators(u"\\s*[,;|\\n]\\s*"_s);
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    // "Bell, Ann" is one person, "Ann Bell, Bob Cole" are two.
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), looksLikePerson) ? parts : QStringList{text};
}

Found LinkFinder::find(const Field &field, const QString &text, ChangeSet &changes)
{
    const EntityType *type = m_schema->type(field.target);
    if (!type)
        return {{}, Texts::tr("A link to any type cannot be read from a file.")};
    if (!field.multiple)
        return one(*type, text, changes);
    static const QRegularExpression separators(u"\\s*(?:\\||\\n|;\\s)\\s*"_s);
    QStringList titles = m_isOwn ? splitValues(text) : text.split(separators, Qt::SkipEmptyParts);
    if (titles.size() == 1)
        titles = peopleIn(field, titles.first());
    Members members;
    Found all;
    for (const QString &title : std::as_const(titles)) {
        if (title.trimmed().isEmpty())
            continue;
        const Found found = one(*type, title, changes);
        if (found.value.isValid() && !members.contains(memberOf(found.value)))
            members.append(memberOf(found.value));
        if (!found.remark.isEmpty())
            all.remark += (all.remark.isEmpty() ? u""_s : u" "_s) + found.remark;
    }
    all.value = membersValue(members);
    return all;
}

Found LinkFinder::one(const EntityType &type, const QString &title, ChangeSet &changes)
{
    const QString exact = type.code + u'/' + fold(title);
    if (const auto known = m_known.constFind(exact); known != m_known.cend())
        return *known;
    auto ids = findByTitle(m_context, type.id, title, 3);
    if (!ids)
        return {{}, ids.error().message};
    Found found;
    const QString number = ids->isEmpty() && !m_isOwn ? numberMeant(*m_schema, type, title) : QString();
    if (!ids->isEmpty())
        found = chosen(type, *ids, title);
    else if (!number.isEmpty())
        found = numbered(type, number, title);
    else
        found = isPerson(type) ? person(type, title, changes) : organisation(type, title, changes);
    m_known.insert(exact, found);
    m_fresh << exact;
    return found;
}

/// The only one; of namesakes none.
Found LinkFinder::chosen(const EntityType &type, const QList<qint64> &ids, const QString &title) const
{
    if (ids.size() == 1)
        return {ids.first()};
    QStringList numbers;
    if (auto items = readItems(m_context, type.id, ids)) {
        for (const Item &item : std::as_const(*items))
            numbers << numberSign() + u' ' + numberText(*m_context.schema, type, item.number);
    }
    return {{}, Texts::tr("There are several called “%1” (%2): left empty.").arg(title.simplified(), numbers.join(u", "_s))};
}

/// Nothing is made of a number: it would be called by it.
Found LinkFinder::numbered(const EntityType &type, const QString &number, const QString &text) const
{
    if (const auto id = findByNumber(m_context, type.id, number)) {
        const auto item = readItem(m_context, {type.id, *id, {}});
        if (item && !item->deleted)
            return {*id};
    }
    return {
        {},
        Texts::tr("No item called or numbered “%1” was found in “%2”: left empty.").arg(text.trimmed(), pluralName(type))};
}

Found LinkFinder::person(const EntityType &type, const QString &title, ChangeSet &changes)
{
    const QString key = type.code + u"/person/"_s + personKey(title);
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    // The same words with the last name first, or last.
    QStringList words = title.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<qint64> ids;
    if (words.size() == 2 || words.size() == 3) {
        for (qsizetype turn = 1; turn < words.size(); ++turn) {
            words.prepend(words.takeLast());
            auto same = findByTitle(m_context, type.id, words.join(u' '), 3);
            if (!same)
                return {{}, same.error().message};
            ids += *same;
        }
    }
    if (!ids.isEmpty())
        return chosen(type, ids, title);
    return made(type, key, title, changes);
}

Found LinkFinder::organisation(const EntityType &type, const QString &title, ChangeSet &changes)
{
    readOrganisations(type);
    const CompanyKey key = companyKey(title);
    QList<Organisation> &same = m_organisations[type.code][key.core];
    QList<Value> exact;
    QList<Value> alike;
    for (const Organisation &one : std::as_const(same)) {
        if (one.form == key.form)
            exact << one.value;
        else if (one.form.isEmpty() || key.form.isEmpty())
            alike << one.value;
    }
    const QList<Value> &candidates = exact.isEmpty() ? alike : exact;
    if (candidates.size() == 1)
        return {candidates.first()};
    if (candidates.size() > 1) {
        QList<qint64> ids;
        for (const Value &value : candidates) {
            if (value.typeId() != QMetaType::QUuid)
                ids << value.toLongLong();
        }
        Found several = chosen(type, ids, title);
        return {{},
                several.remark.isEmpty() ? Texts::tr("There are several called “%1”: left empty.").arg(title)
                                         : several.remark};
    }
    const Found found = made(type, type.code + u"/organisation/"_s + fold(title), title, changes);
    same.append({key.form, found.value});
    m_freshOrganisations.append({type.code, key.core});
    return found;
}

Found LinkFinder::made(const EntityType &type, const QString &key, const QString &title, ChangeSet &changes)
{
    QHash<QString, Value> values;
    if (isPerson(type)) {
        const PersonName name = m_isOwn ? splitUsualName(title) : splitPersonName(title, NameOrder::FirstLast);
        values = {{Codes::lastName, textValue(name.last)},
                  {Codes::firstName, textValue(name.first)},
                  {Codes::middleName, textValue(name.middle)}};
    } else {
        values = {{Codes::title, title.trimmed()}};
    }
    const Found found{QVariant::fromValue(
        changes.create(type.code, newItemColumns(*m_schema, type.id, values, {0, m_context.clock->localNow()})))};
    m_known.insert(key, found);
    m_fresh << key;
    return found;
}

/// All names once: no index knows them without quotes and legal form.
void LinkFinder::readOrganisations(const EntityType &type)
{
    if (m_organisations.contains(type.code))
        return;
    QHash<QString, QList<Organisation>> &names = m_organisations[type.code];
    (void)forEachTitle(m_context, type.id, [&names](qint64 id, const QString &title) {
        const CompanyKey key = companyKey(title);
        names[key.core].append({key.form, id});
    });
}

} // namespace Kartoteka
