// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/file_chooser.h"

#include "core/base/texts.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_dialog.h"

#include <QAbstractFileIconProvider>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

FileAnswerer &answerer()
{
    static FileAnswerer current; // of the process, as the dialogs that it stands for
    return current;
}

/// Tells what a file is by its name alone.
class NamesOnly final : public QAbstractFileIconProvider
{
public:
    explicit NamesOnly(const Theme &theme)
        : m_folder(theme.icon(u"folder"_s))
        , m_file(theme.icon(u"file"_s))
        , m_ours(theme.icon(u"kartoteka"_s, ColourRole::Accent))
    {}

    QIcon icon(IconType type) const override { return type == File ? m_file : m_folder; }
    QIcon icon(const QFileInfo &info) const override
    {
        return info.isDir() ? m_folder : info.suffix() == u"kartoteka" ? m_ours : m_file;
    }
    QString type(const QFileInfo &info) const override
    {
        if (info.isDir())
            return Texts::tr("Folder");
        return info.suffix().isEmpty() ? Texts::tr("File") : info.suffix().toUpper();
    }

private:
    QIcon m_folder;
    QIcon m_file;
    QIcon m_ours;
};

/// Whether the system's dialog cannot touch the locks of this process.
bool isSystemDialogSafe()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true; // Windows: locks belong to a handle; macOS: the panel is a process of its own
#else
    // A portal shows its dialog in another process; that of a desktop's own theme runs in this one.
    return qEnvironmentVariable("QT_QPA_PLATFORMTHEME") == u"xdgdesktopportal" || QFileInfo::exists(u"/.flatpak-info"_s)
        || qEnvironmentVariableIsSet("SNAP");
#endif
}

/// Where the folder is kept that was chosen last for files of this kind.
QString folderKey(const FileQuestion &question)
{
    static const QRegularExpression ending(u"\\*\\.([\\w-]+)"_s);
    const QString what = question.kind == FileQuestion::Kind::Folder ? u"folder"_s
                                                                     : ending.match(question.filter).captured(1);
    return u"folders/"_s + (what.isEmpty() ? u"any"_s : what);
}

/// Where the file lies that the window shows; empty where it shows none.
QString folderOfOffice(const QWidget *asking)
{
    while (asking && asking->windowFilePath().isEmpty())
        asking = asking->parentWidget();
    return asking ? QFileInfo(asking->windowFilePath()).absolutePath() : QString();
}

QString startFolder(const FileQuestion &question, const QWidget *asking)
{
    const QFileInfo proposed(question.proposed);
    if (proposed.isDir())
        return proposed.absoluteFilePath();
    // A system need not have a folder for documents.
    for (const QString &folder :
         {QSettings().value(folderKey(question)).toString(),
          question.proposed.contains(u'/') ? proposed.absolutePath() : QString(), folderOfOffice(asking),
          QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

/// Of "CSV (*.csv)": csv. Empty where other endings will do.
QString suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(u"^[^(]*\\(\\*\\.([\\w-]+)\\)$"_s);
    return pattern.match(filter).captured(1);
}

/// The toolkit takes what stands behind any dot for an ending, so "office.2026" gets none from it.
QString withSuffix(const QString &path, const QString &suffix)
{
    const bool hasIt = suffix.isEmpty() || path.endsWith(u'.' + suffix, Qt::CaseInsensitive);
    return hasIt ? path : path + u'.' + suffix;
}

bool mayReplace(QWidget *parent, const QString &path)
{
    const QFileInfo file(path);
    const QString folder = QDir::toNativeSeparators(file.path());
    if (file.isDir()) {
        AskDialog::tell(parent, Texts::tr("“%1” is a folder").arg(file.fileName()),
                        Texts::tr("It is in “%1”. Choose another name.").arg(folder));
        return false;
    }
    return !file.exists()
        || AskDialog::confirm(parent, Texts::tr("Replace “%1”?").arg(file.fileName()),
                              Texts::tr("“%1” already contains a file with this name.").arg(folder), Texts::tr("Replace"),
                              u"fileReplace"_s, AskDialog::Kind::ForGood);
}

} // namespace

QStringList askForFiles(QWidget *parent, const FileQuestion &question)
{
    if (answerer()) {
        if (const auto answer = answerer()(question))
            return *answer;
    }
    NamesOnly names(Theme::of(parent->palette()));
    // The dialog begins to look around as soon as it is made: in an empty folder, until it knows how to look.
    const QTemporaryDir nowhere;
    FileDialog dialog(parent, question.title, nowhere.path(), question.filter);
    dialog.setObjectName(u"fileChooser"_s);
    dialog.setOption(QFileDialog::DontUseNativeDialog, !isSystemDialogSafe());
    dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog.setIconProvider(&names);
    const bool saves = question.kind == FileQuestion::Kind::Save;
    dialog.setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog.setFileMode(question.kind == FileQuestion::Kind::Folder         ? QFileDialog::Directory
                           : saves                                         ? QFileDialog::AnyFile
                           : question.kind == FileQuestion::Kind::OpenMany ? QFileDialog::ExistingFiles
                                                                           : QFileDialog::ExistingFile);
    dialog.setOption(QFileDialog::ShowDirsOnly, question.kind == FileQuestion::Kind::Folder);
    dialog.setDirectory(startFolder(question, parent));
    if (saves && !question.proposed.isEmpty())
        dialog.selectFile(QFileInfo(question.proposed).fileName());
    const QString suffix = saves ? suffixOf(question.filter) : QString();
    dialog.setDefaultSuffix(suffix);
    // The toolkit's own question about a file that is there already looks like none of ours.
    const bool isOurs = dialog.testOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontConfirmOverwrite, saves && isOurs);
    dialog.dress();
    QStringList chosen;
    bool mayBeTaken = false;
    while (!mayBeTaken) {
        if (dialog.exec() != QDialog::Accepted)
            return {};
        chosen = dialog.selectedFiles();
        if (!saves)
            break;
        const QString typed = std::exchange(chosen.first(), withSuffix(chosen.first(), suffix));
        // The system's dialog has asked about the name that was typed.
        mayBeTaken = (!isOurs && chosen.first() == typed) || mayReplace(parent, chosen.first());
    }
    QSettings().setValue(folderKey(question),
                         question.kind == FileQuestion::Kind::Folder ? chosen.value(0)
                                                                     : QFileInfo(chosen.value(0)).absolutePath());
    return chosen;
}

QString askForFile(QWidget *parent, const FileQuestion &question)
{
    return askForFiles(parent, question).value(0);
}

QString plainFileName(const QString &name)
{
    QString plain = QFileInfo(QString(name).replace(u'\\', u'/')).fileName();
    for (QChar &c : plain) {
        if (c.unicode() < 32 || QStringView(u"<>:\"|?*").contains(c))
            c = u'_';
    }
    return plain.isEmpty() || plain == u"." || plain == u".." ? u"file"_s : plain;
}

void setFileAnswerer(FileAnswerer answer)
{
    answerer() = std::move(answer);
}

} // namespace Kartoteka
