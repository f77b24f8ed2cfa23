// SPDX-License-Identifier: GPL-3.0-or-later
// What may know what: every #include of ours is held against a table (docs/architecture.md has the picture).
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

class TestLayers : public QObject
{
    Q_OBJECT

    struct Include
    {
        QString file; ///< from the source folder
        int line = 0;
        QString name;
        bool ours = false;
    };

    /// Folder of a file as a table names it, so many names deep: "core/store", "models", "views/card".
    static QString partOf(const QString &path, int depth) { return path.section(u'/', 0, -2).section(u'/', 0, depth - 1); }

    static QList<Include> includesUnder(const QString &folder)
    {
        static const QRegularExpression pattern(u"^#include ([<\"])([^>\"]+)[>\"]"_s);
        QList<Include> found;
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            int number = 0;
            while (!file.atEnd()) {
                ++number;
                const auto match = pattern.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    found.append(
                        {root.relativeFilePath(file.fileName()), number, match.captured(2), match.captured(1) == u"\""});
            }
        }
        return found;
    }

    /// Where the sources of some folders hold what @p pattern finds; files whose paths begin with one of @p except may.
    static QStringList places(const QStringList &folders, const QRegularExpression &pattern, const QStringList &except)
    {
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QStringList found;
        int seen = 0;
        for (const QString &folder : folders) {
            QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                ++seen;
                const QString name = root.relativeFilePath(file.fileName());
                if (std::any_of(except.cbegin(), except.cend(), [&](const QString &one) { return name.startsWith(one); }))
                    continue;
                for (int number = 1; !file.atEnd(); ++number) {
                    if (const auto match = pattern.match(QString::fromUtf8(file.readLine())); match.hasMatch())
                        found << u"%1:%2: %3"_s.arg(name).arg(number).arg(match.captured());
                }
            }
        }
        return seen > 100 ? found : QStringList(u"the sources were not found"_s);
    }

    static QString place(const Include &include)
    {
        return u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.name);
    }

    /// Folders of a layer that the table does not list, and includes of ours within the layer that it does not allow.
    static QStringList strangers(const QString &layer, const QHash<QString, QStringList> &known, const QStringList &meetings)
    {
        QStringList wrong;
        const QStringList folders =
            QDir(QStringLiteral(KARTOTEKA_SOURCES) + u'/' + layer).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders) {
            if (!known.contains(layer + u'/' + folder))
                wrong << u"the table does not know %1/%2"_s.arg(layer, folder);
        }
        const int depth = int(layer.count(u'/')) + 2;
        for (auto part = known.cbegin(); part != known.cend(); ++part) {
            const QList<Include> includes = includesUnder(part.key());
            if (includes.isEmpty())
                wrong << part.key() + u" was not found"_s;
            for (const Include &include : includes) {
                const QString target = partOf(include.name, depth);
                const bool allowed = !include.ours || !target.startsWith(layer) || target == part.key()
                    || part.value().contains(target) || meetings.contains(part.key() + u" includes "_s + include.name);
                if (!allowed)
                    wrong << place(include);
            }
        }
        return wrong;
    }

private slots:
    void layersPointOneWay()
    {
        const QHash<QString, QStringList> known{{u"core"_s, {u"core"_s}},
                                                {u"models"_s, {u"core"_s, u"models"_s}},
                                                {u"views"_s, {u"core"_s, u"models"_s, u"views"_s}},
                                                {u"app/cli"_s, {u"core"_s, u"app"_s}},
                                                {u"app/desktop"_s, {u"core"_s, u"models"_s, u"views"_s, u"app"_s}}};
        QStringList wrong;
        int seen = 0;
        for (auto layer = known.cbegin(); layer != known.cend(); ++layer) {
            for (const Include &include : includesUnder(layer.key())) {
                if (!include.ours)
                    continue;
                ++seen;
                if (!layer.value().contains(include.name.section(u'/', 0, 0)))
                    wrong << place(include);
            }
        }
        QVERIFY2(seen > 300, "the sources were not found");
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void featuresOfTheCoreKnowTheFoundationOnly()
    {
        const QStringList foundation{u"core/base"_s, u"core/schema"_s, u"core/store"_s};
        const QStringList feature = foundation + QStringList{u"core/items"_s, u"core/query"_s};
        const QHash<QString, QStringList> known{
            {u"core/base"_s, {}},
            {u"core/schema"_s, {u"core/base"_s}},
            {u"core/store"_s, {u"core/base"_s, u"core/schema"_s}},
            {u"core/items"_s, foundation},
            {u"core/query"_s, foundation + QStringList{u"core/items"_s}},
            {u"core/definitions"_s, feature},
            {u"core/schedule"_s, foundation},
            {u"core/money"_s, foundation + QStringList{u"core/items"_s}},
            {u"core/products"_s, feature + QStringList{u"core/money"_s}},
            {u"core/worktime"_s, foundation + QStringList{u"core/items"_s}},
            {u"core/people"_s, foundation + QStringList{u"core/items"_s}},
            {u"core/clients"_s, feature},
            {u"core/live"_s, feature},
            {u"core/activities"_s, feature},
            {u"core/calendar"_s, feature + QStringList{u"core/activities"_s}},
            {u"core/pipeline"_s, feature},
            {u"core/leads"_s, feature},
            {u"core/notices"_s, feature},
            {u"core/timeline"_s, feature},
            {u"core/transfer"_s, feature},
            {u"core/exchange"_s, feature},
            {u"core/demo"_s,
             feature + QStringList{u"core/activities"_s, u"core/leads"_s, u"core/pipeline"_s, u"core/products"_s}}};
        // The small named functions by which features meet.
        const QStringList meetings{
            u"core/pipeline includes core/activities/counters.h"_s,       // a card shows its lights
            u"core/pipeline includes core/activities/plan_queries.h"_s,   // … and what is planned next
            u"core/leads includes core/activities/activity.h"_s,          // what is planned goes along
            u"core/leads includes core/products/rows.h"_s,                // … and so do products
            u"core/pipeline includes core/products/rows.h"_s,             // … through a tunnel too
            u"core/exchange includes core/products/product_texts.h"_s,    // a conflict tells of one
            u"core/exchange includes core/money/rates.h"_s,               // … and of a rate
            u"core/exchange includes core/people/user_acts.h"_s,          // whose seat it is
            u"core/transfer includes core/pipeline/stage_acts.h"_s,       // stages of a file are made
            u"core/transfer includes core/pipeline/import_tunnels.h"_s,   // … and lead on where asked
            u"core/transfer includes core/pipeline/activity_columns.h"_s, // whose an activity is
            u"core/transfer includes core/activities/activity_rules.h"_s, // what will be refused
            u"core/transfer includes core/activities/recurrence.h"_s,     // a calendar file has rules
            u"core/transfer includes core/activities/series.h"_s,         // … and what is left out
            u"core/transfer includes core/activities/series_edit.h"_s,    // … and goes otherwise from a day on
            u"core/transfer includes core/activities/rule_days.h"_s,
            u"core/transfer includes core/activities/series_queries.h"_s,
            u"core/transfer includes core/calendar/activity_span.h"_s, // … and when things are
            u"core/transfer includes core/calendar/calendar_plan.h"_s,
            u"core/worktime includes core/transfer/text_encoding.h"_s,   // days of a table of another program
            u"core/timeline includes core/activities/activity.h"_s,      // planned stands on top
            u"core/timeline includes core/activities/fired_queries.h"_s, // … and what reminded below
            u"core/timeline includes core/products/product_texts.h"_s};  // the history tells of rows
        QCOMPARE(strangers(u"core"_s, known, meetings).join(u'\n'), QString());
    }

    void roomsOfTheStorePointOneWay()
    {
        const QStringList records{u"core/store/db"_s, u"core/store/record"_s, u"core/store/change"_s};
        const QStringList kept = records + QStringList{u"core/store/kept"_s, u"core/store/replica"_s};
        const QHash<QString, QStringList> known{
            {u"core/store/file"_s, {}},
            {u"core/store/db"_s, {u"core/store/file"_s}},
            {u"core/store/record"_s, {u"core/store/db"_s}},
            {u"core/store/change"_s, {u"core/store/db"_s, u"core/store/record"_s}},
            {u"core/store/kept"_s, records},
            {u"core/store/replica"_s, records},
            {u"core/store/commit"_s, kept},
            {u"core/store/merge"_s, kept + QStringList{u"core/store/commit"_s}},
            {u"core/store/upkeep"_s, kept + QStringList{u"core/store/file"_s, u"core/store/commit"_s}}};
        QCOMPARE(strangers(u"core/store"_s, known, {}).join(u'\n'), QString());
    }

    void roomsOfTheModelsPointOneWay()
    {
        const QStringList parts{u"models/base"_s};
        const QHash<QString, QStringList> known{{u"models/base"_s, {}},        {u"models/filter"_s, parts},
                                                {u"models/list"_s, parts},     {u"models/board"_s, parts},
                                                {u"models/card"_s, parts},     {u"models/activities"_s, parts},
                                                {u"models/calendar"_s, parts}, {u"models/shell"_s, parts}};
        QCOMPARE(strangers(u"models"_s, known, {}).join(u'\n'), QString());
    }

    void viewsHaveNoCircles()
    {
        const QStringList parts{u"views/theme"_s, u"views/widgets"_s};
        const QStringList fields = parts + QStringList{u"views/fields"_s};
        const QHash<QString, QStringList> known{
            {u"views/theme"_s, {}},
            {u"views/widgets"_s, {u"views/theme"_s}},
            {u"views/tasks"_s, parts},
            {u"views/fields"_s, parts},
            {u"views/filter"_s, parts},
            {u"views/backup"_s, parts},
            {u"views/palette"_s, parts},
            {u"views/reminders"_s, parts},
            {u"views/notices"_s, parts},
            {u"views/publish"_s, parts + QStringList{u"views/tasks"_s}},
            {u"views/render"_s, fields},
            {u"views/board"_s, fields},
            {u"views/list"_s, fields},
            {u"views/dialogs"_s, fields + QStringList{u"views/filter"_s}},
            {u"views/acts"_s, fields + QStringList{u"views/dialogs"_s, u"views/tasks"_s}},
            {u"views/calendar"_s,
             fields + QStringList{u"views/acts"_s, u"views/dialogs"_s, u"views/filter"_s, u"views/render"_s}},
            {u"views/section"_s,
             fields + QStringList{u"views/acts"_s, u"views/board"_s, u"views/calendar"_s, u"views/list"_s}},
            {u"views/card"_s, fields + QStringList{u"views/dialogs"_s, u"views/acts"_s, u"views/render"_s}},
            {u"views/day"_s, fields + QStringList{u"views/acts"_s, u"views/card"_s, u"views/dialogs"_s}},
            {u"views/settings"_s,
             fields
                 + QStringList{u"views/filter"_s, u"views/backup"_s, u"views/board"_s, u"views/publish"_s,
                               u"views/reminders"_s}},
            {u"views/exchange"_s, parts + QStringList{u"views/tasks"_s}},
            {u"views/shell"_s,
             fields
                 + QStringList{u"views/tasks"_s, u"views/filter"_s, u"views/backup"_s, u"views/notices"_s,
                               u"views/palette"_s, u"views/section"_s, u"views/acts"_s, u"views/dialogs"_s, u"views/card"_s,
                               u"views/calendar"_s, u"views/day"_s, u"views/exchange"_s, u"views/publish"_s,
                               u"views/settings"_s}}};
        // A field is made where it is put on the card, and its list changed where it is chosen from; what comes next is asked
        // above what is done with ticked rows.
        const QStringList meetings{u"views/card includes views/settings/field_dialog.h"_s,
                                   u"views/card includes views/settings/value_list_dialog.h"_s,
                                   u"views/acts includes views/list/selection_bar.h"_s};
        QCOMPARE(strangers(u"views"_s, known, meetings).join(u'\n'), QString());
    }

    void coreAndModelsNeedNoWindow()
    {
        static const QRegularExpression window(
            u"^(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QColor|QPixmap|"
            "QFont|QIcon|QPalette|QImage|QAction|QDialog|QMessageBox)"_s);
        QStringList wrong;
        for (const QString &folder : {u"core"_s, u"models"_s, u"app/cli"_s}) {
            for (const Include &include : includesUnder(folder)) {
                if (!include.ours && window.match(include.name).hasMatch())
                    wrong << place(include);
            }
        }
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    /// So that it is compiled by itself; of the headers without a source ./dev lint says so.
    void aSourceIncludesItsOwnHeaderFirst()
    {
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QStringList wrong;
        int seen = 0;
        for (const QString &layer : {u"core"_s, u"models"_s, u"views"_s, u"app"_s}) {
            QString last;
            for (const Include &include : includesUnder(layer)) {
                const bool isFirst = std::exchange(last, include.file) != include.file;
                const QString own = include.file.chopped(4) + u".h"_s;
                if (!isFirst || !include.file.endsWith(u".cpp") || !QFile::exists(root.filePath(own)))
                    continue;
                ++seen;
                if (include.name != own)
                    wrong << place(include);
            }
        }
        QVERIFY2(seen > 250, "the sources were not found");
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void statementsStandAmongTheQueries()
    {
        static const QRegularExpression statement(
            u"\"[^\"]*\\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|WHERE|ORDER BY|GROUP BY|IS NULL|IS NOT NULL|EXISTS|PRAGMA|"
            "COMMIT|ROLLBACK|json_each|json_extract)\\b|\"[^\"]*( = \\?|\\bAND \\w+\\.)|(\\.|->)(run|query|scalar)\\(u\""_s);
        QStringList found = places({u"core"_s, u"models"_s, u"views"_s, u"app"_s}, statement,
                                   {u"core/store/"_s, u"core/query/"_s});
        found.removeIf([](const QString &place) { return place.section(u':', 0, 0).contains(u"_queries."); });
        QCOMPARE(found.join(u'\n'), QString());
    }

    void questionsAreOurOwn()
    {
        // AskDialog asks and tells, with a verb on each button and no picture of the toolkit's.
        static const QRegularExpression theirs(u"\\b(QMessageBox|QInputDialog|QErrorMessage)\\b"_s);
        QCOMPARE(places({u"views"_s, u"app"_s}, theirs, {}).join(u'\n'), QString());
    }

    void fieldsThatTheProgramKnowsAreNamedOnce()
    {
        // Those whose codes are words of nothing else; tables that name every field of the built-in types stay readable.
        static const QRegularExpression code(
            u"u\"(title|amount|responsible|observers|client_contact|client_company|outcome_reason|outcome_comment|"
            "created_at|created_by|modified_at|modified_by|stage_changed_at|closed_at|source_details|honorific|last_name|"
            "first_name|middle_name|birth_date|company_title|address|website|messenger|industry|deadline)\"_s"_s);
        const QStringList tables{
            u"core/schema/builtin_names"_s,      u"core/transfer/header_names"_s, u"core/demo/"_s,
            u"core/store/record/record_table"_s, u"core/items/attachments"_s,     u"core/items/value_text"_s,
            u"core/base/product_sum"_s}; // a kind of discount
        QCOMPARE(places({u"core"_s, u"models"_s, u"views"_s}, code, tables).join(u'\n'), QString());
    }

    void kindsOfActsAreNamedOnce()
    {
        static const QRegularExpression kind(
            u"\\b(changes|header|set|act|notice|step)(\\.|->)kind [=!]?= u\"|\\b\\w*[aA]ctKind(\\(\\))? [=!]?= u\""_s);
        QCOMPARE(places({u"core"_s, u"models"_s, u"views"_s, u"app"_s}, kind, {}).join(u'\n'), QString());
    }

    void theTimeIsAskedOfTheClock()
    {
        static const QRegularExpression asked(u"QDate(Time)?::current\\w+|QTime::current\\w+"_s);
        // The clock itself, and what is held against the times of files, which the system sets.
        const QStringList may{u"core/base/clock"_s, u"core/store/file/file_holder"_s, u"core/exchange/work_folder"_s,
                              u"views/shell/recent_files"_s};
        QCOMPARE(places({u"core"_s, u"models"_s, u"views"_s}, asked, may).join(u'\n'), QString());
    }
};

KARTOTEKA_TEST(tst_layers, TestLayers)
#include "tst_layers.moc"
