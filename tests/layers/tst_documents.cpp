// SPDX-License-Identifier: GPL-3.0-or-later
// What the documents name is there.
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDocuments : public QObject
{
    Q_OBJECT

    const QDir m_root{QStringLiteral(KARTOTEKA_SOURCES)};

    QStringList documents() const
    {
        QStringList found;
        for (const QString &name : m_root.entryList({u"*.md"_s}, QDir::Files))
            found << name;
        QDirIterator files(m_root.filePath(u"docs"_s), {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << m_root.relativeFilePath(files.next());
        return found;
    }
    QString textOf(const QString &name) const
    {
        QFile file(m_root.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void pathsAreThere()
    {
        static const QRegularExpression path(u"`((?:core|models|views|app|tests|resources|packaging|docs)/[\\w/.\\-]+)`"_s);
        QStringList missing;
        int seen = 0;
        for (const QString &document : documents()) {
            if (document == u"CHANGELOG.md")
                continue; // tells of what was
            auto matches = path.globalMatch(textOf(document));
            while (matches.hasNext()) {
                const QString named = matches.next().captured(1);
                ++seen;
                const bool isThere = std::any_of(std::begin(endings), std::end(endings), [&](const char *ending) {
                    return QFileInfo::exists(m_root.filePath(named + QString::fromLatin1(ending)));
                });
                if (!isThere)
                    missing << document + u": "_s + named;
            }
        }
        QVERIFY2(seen > 20, "the documents were not found");
        QCOMPARE(missing.join(u'\n'), QString());
    }

    void linksLeadSomewhere()
    {
        static const QRegularExpression link(u"\\]\\(([^)#:]+)(?:#[^)]*)?\\)"_s);
        QStringList missing;
        for (const QString &document : documents()) {
            const QDir folder = QFileInfo(m_root.filePath(document)).dir();
            auto matches = link.globalMatch(textOf(document));
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                if (!QFileInfo::exists(folder.filePath(target)))
                    missing << document + u": "_s + target;
            }
        }
        QCOMPARE(missing.join(u'\n'), QString());
    }

private:
    static constexpr const char *endings[] = {"", ".h", ".cpp", ".sql"};
};

KARTOTEKA_TEST(tst_documents, TestDocuments)
#include "tst_documents.moc"
