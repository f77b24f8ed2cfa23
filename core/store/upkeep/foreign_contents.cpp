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
    QString table;
    QString sql;
};

bool isPlainWord(QStringView word)
{
    constexpr qsizetype longest = 121;
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
    auto cursor = connection.query(u"SELECT type, substr(name, 1, 200), substr(tbl_name, 1, 200), substr(sql, 1, %1) "
                                   "FROM sqlite_master"_s.arg(longestSql));
    if (!cursor)
        return cursor.error();
    QList<Object> objects;
    while (cursor->next())
        objects.append({cursor->text(0), cursor->text(1), cursor->text(2), unquoted(cursor->text(3))});
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
    sql.remove(literals);
    sql.remove(lists);
    sql.remove(references);
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

/// An index over columns, or over the first of two that is set, the rows perhaps limited by a comparison.
bool isPlainIndex(const Object &object)
{
    static const QRegularExpression made(
        u"^CREATE (UNIQUE )?INDEX \\w+ ON \\w+ ?\\((coalesce\\(\\w+, \\w+\\)|\\w+( DESC)?(, ?\\w+( DESC)?)*)\\)"
        "( WHERE [\\w\\s<>=']+)?$"_s);
    static const QRegularExpression matching(u"\\b(LIKE|GLOB|MATCH|REGEXP)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return object.sql.isEmpty() || (made.match(object.sql).hasMatch() && !matching.match(object.sql).hasMatch());
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

/// Tables of types and columns of fields are called after identities: under another name one could write into what belongs to
/// the program, or to another type or field.
Result<void> addBorrowedNames(Connection &connection, QStringList &found)
{
    for (const QString &sql :
         {u"SELECT table_name FROM entity_type WHERE table_name <> 'smart_' || lower(substr(hex(uid), 17)) "
          "AND NOT (hex(uid) LIKE '7379732D%' AND table_name = code) LIMIT 3"_s,
          u"SELECT column_name FROM field WHERE column_name IN ('id', 'uid', 'deleted_at', 'number', 'rank', 'filled') "
          "LIMIT 3"_s,
          u"SELECT column_name FROM field WHERE column_name IS NOT NULL GROUP BY entity_type, column_name "
          "HAVING count(*) > 1 LIMIT 3"_s}) {
        auto cursor = connection.query(sql);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            found << Texts::tr("the name “%1” of something else").arg(shown(cursor->text(0)));
    }
    return {};
}

/// Definitions name tables and columns: those names go into SQL.
Result<void> addNames(Connection &connection, QStringList &found)
{
    for (const auto &[table, column] : {std::pair{u"entity_type"_s, u"table_name"_s}, {u"field"_s, u"column_name"_s}}) {
        auto cursor = connection.query(u"SELECT substr(%2, 1, 200) FROM %1 WHERE %2 IS NOT NULL AND (length(%2) > 64 "
                                       "OR %2 GLOB '*[^A-Za-z0-9_]*' OR %2 = '') LIMIT 3"_s.arg(table, column));
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            found << Texts::tr("the name “%1”").arg(shown(cursor->text(0)));
    }
    for (const QString &table :
         {u"entity_type"_s, u"field"_s, u"section"_s, u"pipeline"_s, u"stage"_s, u"list_value"_s, u"user_account"_s}) {
        auto longest = connection.scalar(u"SELECT max(length(name)) FROM %1"_s.arg(table));
        if (!longest)
            return longest.error();
        if (longest->toLongLong() > longestName)
            found << Texts::tr("a name of %1 characters").arg(longest->toLongLong());
    }
    return found.isEmpty() ? addBorrowedNames(connection, found) : Result<void>();
}

} // namespace

bool isPlainName(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_]{0,63}$"_s);
    return plain.match(name).hasMatch();
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
