// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/foreign_contents.h"

#include "core/base/texts.h"
#include "core/store/record/name_limit.h"
#include "core/store/upkeep/migrations.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype listedMost = 5;
constexpr int longestSql = 200'000;

struct Object
{
    QString type;
    QString name;
    QString sql;
};

bool isPlainWord(QStringView word, qsizetype longest = 121)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !word.isEmpty() && word.size() <= longest && isLetter(word.front())
        && std::ranges::all_of(word, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

/// The program quotes names; a plain one in quotes is the same. A large office has thousands of definitions: this is no
/// regular expression for their sake.
QString unquoted(const QString &sql)
{
    QString plain;
    plain.reserve(sql.size());
    qsizetype from = 0;
    while (from < sql.size()) {
        const qsizetype quote = sql.indexOf(u'"', from);
        const qsizetype end = quote < 0 ? -1 : sql.indexOf(u'"', quote + 1);
        if (end < 0)
            break;
        const QStringView word = QStringView(sql).sliced(quote + 1, end - quote - 1);
        const bool isPlain = isPlainWord(word);
        plain += QStringView(sql).sliced(from, quote - from);
        if (isPlain)
            plain += word;
        else
            plain += u'"';
        from = isPlain ? end + 1 : quote + 1;
    }
    plain += QStringView(sql).sliced(from);
    return plain;
}

Result<QList<Object>> objectsOf(Connection &connection)
{
    auto cursor = connection.query(
        u"SELECT type, substr(name, 1, 200), substr(sql, 1, %1) FROM sqlite_master"_s.arg(longestSql));
    if (!cursor)
        return cursor.error();
    QList<Object> objects;
    while (cursor->next())
        objects.append({cursor->text(0), cursor->text(1), unquoted(cursor->text(2))});
    return objects;
}

/// True for a definition in which nothing can be computed: no function, no generated column, no other table's actions.
bool isPlainDefinition(QString sql)
{
    static const QRegularExpression literals(u"'[^']*'"_s);
    static const QRegularExpression lists(u"\\b(UNIQUE|PRIMARY KEY|IN|FOREIGN KEY) ?\\([^()]*\\)"_s);
    static const QRegularExpression references(u"\\bREFERENCES \\w+( ?\\(\\w+\\))?"_s);
    static const QRegularExpression checks(u"\\bCHECK ?\\([^()]*\\)"_s);
    static const QRegularExpression computed(u"\\b(AS|GENERATED|CASCADE|TRIGGER|SELECT|MATCH|GLOB|LIKE|REGEXP)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rest(u"^CREATE TABLE [\"']?\\w*[\"']? ?\\([^()]*\\)( WITHOUT ROWID)?$"_s);
    if (sql.size() >= longestSql)
        return false;
    const bool quotedName = sql.startsWith(u"CREATE TABLE '"); // as FTS5 writes the names of its tables
    if (quotedName)
        sql = u"CREATE TABLE "_s + sql.mid(14).replace(sql.mid(14).indexOf(u'\''), 1, QString());
    // A large office has thousands of columns, and tables of types have nothing of all this.
    if (sql.contains(u'\''))
        sql.remove(literals);
    if (sql.count(u'(') > 1)
        sql.remove(lists);
    if (sql.contains(u"REFERENCES"))
        sql.remove(references);
    if (sql.count(u'(') > 1)
        sql.remove(checks);
    return !computed.match(sql).hasMatch() && rest.match(sql).hasMatch();
}

bool isSearchIndex(const Object &object)
{
    static const QRegularExpression made(
        u"^CREATE VIRTUAL TABLE (\\w+) USING fts5\\(text, tokenize='trigram case_sensitive 1'\\)$"_s);
    const auto match = made.match(object.sql);
    return match.hasMatch() && match.captured(1) == object.name && object.name.endsWith(u"_search");
}

/// The index of a field, of which a large office has thousands: no regular expression for their sake either.
bool isOfOneColumn(const Object &index)
{
    QStringView rest(index.sql);
    for (const QStringView word : {QStringView(u"CREATE INDEX "), QStringView(index.name), QStringView(u" ON ")}) {
        if (!rest.startsWith(word))
            return false;
        rest = rest.sliced(word.size());
    }
    const qsizetype bracket = rest.indexOf(u" (");
    if (bracket < 0 || !isPlainWord(rest.first(bracket)))
        return false;
    rest = rest.sliced(bracket + 2);
    const qsizetype end = rest.indexOf(u')');
    if (end < 0 || !isPlainWord(rest.first(end)))
        return false;
    const QStringView limit = rest.sliced(end + 1);
    return limit.isEmpty() || limit == u" WHERE deleted_at IS NULL"
        || limit == u" WHERE %1 IS NOT NULL"_s.arg(rest.first(end));
}

/// An index over columns, or over the first of two that is set, the rows perhaps limited by a comparison.
bool isPlainIndex(const Object &object)
{
    static const QRegularExpression made(
        u"^CREATE (UNIQUE )?INDEX \\w+ ON \\w+ ?\\((coalesce\\(\\w+, \\w+\\)|\\w+( DESC)?(, ?\\w+( DESC)?)*)\\)"
        "( WHERE ([\\w\\s<>=']| - )+)?$"_s);
    static const QRegularExpression matching(u"\\b(LIKE|GLOB|MATCH|REGEXP)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return object.sql.isEmpty() || isOfOneColumn(object)
        || (made.match(object.sql).hasMatch() && !matching.match(object.sql).hasMatch());
}

QString shown(const QString &name)
{
    QString plain = name.left(40);
    for (QChar &c : plain)
        c = c.isPrint() ? c : u'?';
    return plain;
}

/// What is wrong with an object; empty when nothing is.
QString complaint(const Object &object)
{
    if (object.name.startsWith(u"sqlite_"))
        return {};
    if (object.type == u"trigger")
        return Texts::tr("the trigger “%1”").arg(shown(object.name));
    if (object.type == u"view")
        return Texts::tr("the view “%1”").arg(shown(object.name));
    if (!isPlainName(object.name))
        return Texts::tr("the name “%1”").arg(shown(object.name));
    if (object.type == u"index")
        return isPlainIndex(object) ? QString() : Texts::tr("the index “%1”").arg(shown(object.name));
    if (object.sql.startsWith(u"CREATE VIRTUAL", Qt::CaseInsensitive) ? isSearchIndex(object)
                                                                      : isPlainDefinition(object.sql))
        return {};
    return Texts::tr("the table “%1”").arg(shown(object.name));
}

/// Whether a column is the one that the program keeps beside another: its text as it is compared, its currency.
bool isBeside(const QString &name, const QSet<QString> &columns)
{
    return std::ranges::any_of(QStringList{u"_fold"_s, u"_currency"_s}, [&](const QString &end) {
        return name.endsWith(end) && columns.contains(name.chopped(end.size()));
    });
}

/// Columns of fields, type by type: of a large office there are thousands.
Result<void> addColumnNames(Connection &connection, QStringList &found)
{
    static const QSet<QString> ofEveryItem{
        u"id"_s,     u"uid"_s,   u"deleted_at"_s, u"number"_s, u"rank"_s,
        u"filled"_s, u"rowid"_s, u"oid"_s,        u"_rowid_"_s}; // SQLite's words for the id
    // What ends before its end (a NUL) would hide what follows it here.
    auto cursor = connection.query(u"SELECT group_concat(substr(column_name, 1, 70), ' '), count(*), "
                                   "sum(length(CAST(column_name AS BLOB)) <> length(column_name)) FROM field "
                                   "WHERE column_name IS NOT NULL GROUP BY entity_type"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const QStringList names = cursor->text(0).toLower().split(u' '); // as SQLite compares them
        const QSet<QString> all(names.cbegin(), names.cend());
        QSet<QString> known;
        for (const QString &name : names) {
            if (!isPlainName(name) || names.size() != cursor->integer(1))
                found << Texts::tr("the name “%1”").arg(shown(name));
            else if (known.contains(name) || ofEveryItem.contains(name) || isBeside(name, all))
                found << Texts::tr("the name “%1” of something else").arg(shown(name));
            known.insert(name);
            if (found.size() >= listedMost)
                return {};
        }
        if (cursor->integer(2) != 0 && found.isEmpty())
            found << Texts::tr("the name “%1”").arg(shown(names.constLast()));
    }
    return {};
}

/// What is made with the program has the name of its code, which a file may also call like a table of the program.
Result<void> addTablesOfOthers(Connection &connection, QStringList &found)
{
    static const QStringList ours = tablesOfMigrations();
    auto cursor = connection.query(u"SELECT substr(table_name, 1, 200) FROM entity_type WHERE table_name = code"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const QString name = cursor->text(0).toLower(); // as SQLite compares them
        if (ours.contains(name) || name.contains(u"_search") || name.startsWith(u"sqlite_"))
            found << Texts::tr("the name “%1” of something else").arg(shown(name));
    }
    return {};
}

/// Definitions name tables and columns: those names go into SQL. They are made of identities: under another name one could
/// write into what belongs to the program, or to another type or field.
Result<void> addNames(Connection &connection, QStringList &found)
{
    const QList<QPair<QString, QString>> wrong{
        {u"length(table_name) > 64 OR table_name GLOB '*[^A-Za-z0-9_]*' OR ifnull(table_name, '') = '' "
         "OR length(CAST(table_name AS BLOB)) <> length(table_name)"_s,
         Texts::tr("the name “%1”")},
        {u"table_name <> 'smart_' || lower(substr(hex(uid), 17)) "
         "AND NOT (hex(uid) LIKE '7379732D%' AND table_name = code)"_s,
         Texts::tr("the name “%1” of something else")}};
    for (const auto &[condition, what] : wrong) {
        auto cursor = connection.query(
            u"SELECT substr(table_name, 1, 200) FROM entity_type WHERE %1 LIMIT 3"_s.arg(condition));
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            found << what.arg(shown(cursor->text(0)));
        if (!found.isEmpty())
            return {};
    }
    if (auto done = addTablesOfOthers(connection, found); !done || !found.isEmpty())
        return done;
    if (auto done = addColumnNames(connection, found); !done)
        return done;
    for (const QString &table :
         {u"entity_type"_s, u"field"_s, u"section"_s, u"pipeline"_s, u"stage"_s, u"list_value"_s, u"user_account"_s}) {
        auto longest = connection.scalar(u"SELECT max(length(name)) FROM %1"_s.arg(table));
        if (!longest)
            return longest.error();
        if (longest->toLongLong() > longestName)
            found << Texts::tr("a name of %1 characters").arg(longest->toLongLong());
    }
    return {};
}

} // namespace

bool isPlainName(const QString &name)
{
    constexpr qsizetype longest = 64;
    return isPlainWord(name, longest);
}

Result<QStringList> foreignContents(Connection &connection)
{
    auto objects = objectsOf(connection);
    if (!objects)
        return objects.error();
    QStringList found;
    QSet<QString> tables;
    for (const Object &object : std::as_const(*objects)) {
        if (const QString what = complaint(object); !what.isEmpty() && found.size() < listedMost)
            found << what;
        if (object.type == u"table")
            tables.insert(object.name);
    }
    if (!found.isEmpty())
        return found;
    if (!tables.contains(u"entity_type"_s) || !tables.contains(u"field"_s))
        return QStringList{Texts::tr("no tables of Kartoteka")};
    if (auto done = addNames(connection, found); !done)
        return done.error();
    return found;
}

Result<QStringList> strangeTables(Connection &connection)
{
    const QStringList ours = tablesOfMigrations();
    auto objects = objectsOf(connection);
    if (!objects)
        return objects.error();
    QSet<QString> items;
    {
        auto cursor = connection.query(u"SELECT table_name FROM entity_type"_s);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            items.insert(cursor->text(0));
    }
    QStringList strange;
    for (const Object &object : std::as_const(*objects)) {
        const QString base = object.name.section(u"_search"_s, 0, 0);
        const bool known = ours.contains(object.name) || items.contains(object.name) || items.contains(base)
            || object.name.startsWith(u"sqlite_");
        if (object.type == u"table" && !known)
            strange << shown(object.name);
    }
    return strange;
}

} // namespace Kartoteka
