// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/dropped_files.h"

#include "core/transfer/file_kind.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/welcome_page.h"
#include "views/widgets/ask_dialog.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace Kartoteka {

namespace {

struct DroppedTr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::DroppedFiles)
};

constexpr qsizetype namedUnread = 5;

} // namespace

DroppedFiles droppedFiles(const QMimeData &data)
{
    DroppedFiles files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        const QFileInfo info(path);
        const QString suffix = info.suffix().toLower();
        if (path.isEmpty())
            files.unread << url.toDisplayString();
        else if (info.isDir())
            files.unread << path;
        else if (suffix == u"kartoteka")
            files.offices << path;
        else if (suffix == u"kartoteka-exchange")
            files.exchanges << path;
        else if (suffix == u"ics" || suffix == u"csv" || suffix == u"txt" || suffix == u"tsv")
            files.imports << path;
        else
            files.unread << path;
    }
    return files;
}

QString whyNotRead(const QString &path)
{
    const QString usual = DroppedTr::tr("Tables (.csv), calendars (.ics) and files of Kartoteka can be dropped here.");
    const QFileInfo info(path);
    const QString name = info.fileName().isEmpty() ? path : info.fileName();
    if (info.isDir())
        return DroppedTr::tr("“%1” is a folder: drop the files that are in it.").arg(name);
    if (info.suffix().compare(u"eml"_s, Qt::CaseInsensitive) == 0
        || info.suffix().compare(u"msg"_s, Qt::CaseInsensitive) == 0)
        return DroppedTr::tr("“%1” is a letter, and letters are not read. Attach it to the card it is about.").arg(name);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        if (const auto isTable = requireTextTable(file, name); !isTable)
            return isTable.error().message;
    }
    return DroppedTr::tr("“%1” is not read.").arg(name) + u' ' + usual;
}

void takeDropped(MainWindow &window, const DroppedFiles &files)
{
    for (qsizetype at = 0; at < files.offices.size(); ++at) {
        if (at == 0)
            window.openAny(files.offices[at]);
        else // a window shows one
            emit window.windowWanted(files.offices[at]);
    }
    for (const QString &path : files.exchanges)
        window.openAny(path);
    QStringList unread;
    for (const QString &path : files.imports) {
        if (window.office())
            window.office()->importFrom(path);
        else
            unread << DroppedTr::tr("Open the office's file first, then “%1” can be read into it.")
                          .arg(QFileInfo(path).fileName());
    }
    for (const QString &path : files.unread)
        unread << whyNotRead(path);
    if (unread.isEmpty())
        return;
    const qsizetype more = unread.size() - namedUnread;
    QStringList lines = unread.mid(0, namedUnread);
    if (more > 0)
        lines << DroppedTr::tr("… and %n more.", nullptr, int(more));
    if (window.office())
        AskDialog::tell(&window, DroppedTr::tr("%n file(s) not read", nullptr, int(unread.size())), lines.join(u'\n'));
    else
        window.welcome()->setProblem(lines.join(u'\n'));
}

} // namespace Kartoteka
