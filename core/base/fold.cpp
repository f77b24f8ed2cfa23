// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t shortI = u'й';
constexpr char16_t breve = 0x0306;

bool isPlain(char16_t c)
{
    return (c < 0x80 && c != u'`') || (c >= 0x0410 && c <= 0x044f && c != u'Й' && c != shortI);
}

char16_t plainLower(char16_t c)
{
    if (c >= u'A' && c <= u'Z')
        return char16_t(c + 32);
    if (c >= 0x0410 && c <= 0x042f)
        return char16_t(c + 32);
    return c;
}

/// Letters that other alphabets of Cyrillic have beside a Russian one: they stand right behind it, yet are no such letter. The
/// mark behind the base sorts after every letter and folds to itself.
QStringView besideLetter(char16_t c)
{
    switch (c) {
    case u'ґ': return u"г\ue000";
    case u'ғ': return u"г\ue001";
    case u'є': return u"е\ue000";
    case u'і': return u"и\ue000";
    case u'ә': return u"а\ue000";
    case u'қ': return u"к\ue000";
    case u'ң': return u"н\ue000";
    case u'ө': return u"о\ue000";
    case u'ү': return u"у\ue000";
    case u'ұ': return u"у\ue001";
    case u'һ': return u"х\ue000";
    case u'ı': return u"i"; // ışık is sought for Işık
    case u'’':
    case u'‘':
    case u'ʼ':
    case u'′':
    case u'`': return u"'";
    default: return {};
    }
}

/// The general way for whatever is not ASCII or plain Cyrillic.
QString foldGeneral(QStringView text)
{
    const QString wide = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(wide.size());
    for (const QChar c : wide) {
        // Й is a letter of its own in Russian, unlike Ё: only its breve is put back.
        if (c == breve && !out.isEmpty() && out.back() == u'и') {
            out.back() = QChar(shortI);
            continue;
        }
        if (c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format)
            continue;
        if (c == u'ß') {
            out += u"ss"_s; // Qt folds letter by letter; full case folding makes two of it (Unicode CaseFolding.txt)
            continue;
        }
        if (const QStringView beside = besideLetter(c.unicode()); !beside.isEmpty()) {
            out += beside;
            continue;
        }
        out += c.isSpace() ? QChar(u' ') : c;
    }
    return out.simplified();
}

} // namespace

QString fold(QStringView text)
{
    if (text.isEmpty())
        return u""_s;
    // Nothing grows here, so that each sign is written where it belongs.
    QString out(text.size(), Qt::Uninitialized);
    QChar *const begin = out.data();
    QChar *end = begin;
    bool gap = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == u' ' || (u >= 9 && u <= 13) || u == 0x00a0) {
            gap = true;
            continue;
        }
        char16_t folded = 0;
        if (u == u'ё' || u == u'Ё')
            folded = u'е';
        else if (u == u'й' || u == u'Й')
            folded = shortI;
        else if (isPlain(u))
            folded = plainLower(u);
        else
            return foldGeneral(text);
        if (gap && end != begin)
            *end++ = u' ';
        gap = false;
        *end++ = folded;
    }
    out.truncate(end - begin);
    return out;
}

} // namespace Kartoteka
