// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/language.h"

#include "core/schema/builtin_names.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Translators of an earlier language must go: English has texts of its own only for plurals.
void removeInstalled()
{
    const auto old = QCoreApplication::instance()->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : old) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QString installLanguage(const QString &wanted)
{
    initTranslationResources();
    const bool system = wanted.isEmpty();
    const bool russian = system ? QLocale::system().language() == QLocale::Russian : wanted == u"ru";
    const QString language = russian ? u"ru"_s : u"en"_s;
    // Number and date formats follow the system where its language is the chosen one.
    if (QLocale::system().language() == (russian ? QLocale::Russian : QLocale::English))
        QLocale::setDefault(QLocale::system());
    else
        QLocale::setDefault(russian ? QLocale(QLocale::Russian, QLocale::Russia)
                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    removeInstalled();
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"kartoteka_"_s + language, u":/kartoteka/i18n"_s);
    setNameLanguage(language);
    return language;
}

} // namespace Kartoteka
