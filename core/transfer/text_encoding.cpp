// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/text_encoding.h"

#include <QBuffer>
#include <QStringDecoder>

#include <uchardet.h>

#include <array>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleBytes = 256 * 1024;
constexpr qint64 searchedBytes = 64 * 1024 * 1024;

/// Upper halves of the 8-bit encodings (https://encoding.spec.whatwg.org/); Qt has no decoders for them on systems
/// without ICU.
constexpr QStringView windows1251 = u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
                                    u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
constexpr QStringView windows1252 =
    u"€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
    u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
constexpr QStringView windows1250 =
    u"€\ufffd‚\ufffd„…†‡\ufffd‰Š‹ŚŤŽŹ\ufffd‘’“”•–—\ufffd™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
    u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
constexpr QStringView cp866 = u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                              u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0";
constexpr QStringView koi8r = u"─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
                              u"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
constexpr QStringView macCyrillic = u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ"
                                    u"јЅ¬√ƒ≈∆«»…\u00a0ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€";

struct Known
{
    TextEncoding encoding;
    QString name;
    QStringView upper;    ///< empty for Unicode
    QStringList uchardet; ///< what the library calls it, or what differs from it in rare signs only
};

const QList<Known> &known()
{
    static const QList<Known> list{
        {TextEncoding::Utf8, u"UTF-8"_s, {}, {u"UTF-8"_s, u"ASCII"_s}},
        {TextEncoding::Windows1251, u"Windows-1251"_s, windows1251, {u"WINDOWS-1251"_s}},
        {TextEncoding::Windows1252, u"Windows-1252"_s, windows1252, {u"WINDOWS-1252"_s, u"ISO-8859-1"_s, u"ISO-8859-15"_s}},
        {TextEncoding::Windows1250, u"Windows-1250"_s, windows1250, {u"WINDOWS-1250"_s, u"ISO-8859-2"_s}},
        {TextEncoding::Cp866, u"DOS 866"_s, cp866, {u"IBM866"_s}},
        {TextEncoding::Koi8R, u"KOI8-R"_s, koi8r, {u"KOI8-R"_s}},
        {TextEncoding::MacCyrillic, u"Mac Cyrillic"_s, macCyrillic, {u"MAC-CYRILLIC"_s}},
        {TextEncoding::Utf16LittleEndian, u"UTF-16 LE"_s, {}, {u"UTF-16"_s}},
        {TextEncoding::Utf16BigEndian, u"UTF-16 BE"_s, {}, {}}};
    return list;
}

const Known &entry(TextEncoding encoding)
{
    return *std::find_if(known().begin(), known().end(), [=](const Known &k) { return k.encoding == encoding; });
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return quint8(c) < 0x80; });
}

/// The first part of a file, and the lines with letters outside ASCII wherever they begin.
struct Evidence
{
    QByteArray start;
    QByteArrayList lines;
};

Evidence collect(QIODevice &device)
{
    Evidence evidence{device.peek(sampleBytes), {}};
    QByteArray rest;
    qsizetype gathered = 0;
    while (device.pos() < searchedBytes && gathered < sampleBytes) {
        const QByteArray portion = device.read(sampleBytes);
        if (portion.isEmpty())
            break;
        if (rest.isEmpty() && isAscii(portion))
            continue;
        rest += portion;
        const qsizetype end = qMax(rest.lastIndexOf('\n'), rest.lastIndexOf('\r'));
        if (end < 0 && rest.size() < 4 * sampleBytes)
            continue; // a line longer than a portion
        QByteArray whole = end < 0 ? rest : rest.left(end);
        rest = end < 0 ? QByteArray() : rest.mid(end + 1);
        for (const QByteArray &line : whole.replace('\r', '\n').split('\n')) {
            if (!isAscii(line) && gathered < sampleBytes) {
                evidence.lines << line.left(sampleBytes);
                gathered += evidence.lines.last().size();
            }
        }
    }
    for (const QByteArray &line : rest.replace('\r', '\n').split('\n')) {
        if (!isAscii(line) && gathered < sampleBytes) {
            evidence.lines << line.left(sampleBytes);
            gathered += evidence.lines.last().size();
        }
    }
    device.seek(0);
    return evidence;
}

bool isCyrillic(QChar c)
{
    return c.script() == QChar::Script_Cyrillic;
}

/// Signs that stand in texts outside of words.
bool isCommonSign(QChar c)
{
    return QStringView(u"«»“”„‘’–—…№§°©®™€£•·\u00a0\u00ad±×²³½¼¾¿¡´`").contains(c);
}

/// Words with letters outside ASCII that look like words, and those that do not.
struct Look
{
    int good = 0;
    int bad = 0;
    double badness() const { return good + bad == 0 ? 0 : double(bad) / (good + bad); }
};

bool looksLikeWord(QStringView word)
{
    int cyrillic = 0;
    int foreign = 0; // letters outside ASCII
    bool lowerSeen = false;
    bool upperAfterLower = false;
    for (const QChar c : word) {
        cyrillic += isCyrillic(c) ? 1 : 0;
        foreign += c.unicode() >= 0x80 ? 1 : 0;
        upperAfterLower = upperAfterLower || (lowerSeen && c.isUpper());
        lowerSeen = lowerSeen || c.isLower();
        // Letters of other Cyrillic alphabets are what wrong decoding makes of Russian ones.
        if (isCyrillic(c) && !QStringView(u"ЁёЄєІіЇїҐґЎў").contains(c) && (c.unicode() < 0x410 || c.unicode() > 0x44f))
            return false;
    }
    if (cyrillic != 0 && cyrillic != word.size())
        return false;
    if (upperAfterLower)
        return false;
    // A word of accented letters only: Cyrillic read as Latin.
    return cyrillic != 0 || word.size() < 3 || foreign * 2 <= word.size();
}

Look lookOf(const QByteArrayList &lines, TextEncoding encoding)
{
    Look look;
    for (const QByteArray &line : lines) {
        bool broken = false;
        const QString text = decoded(line, encoding, broken);
        qsizetype start = -1;
        bool foreign = false;
        for (qsizetype i = 0; i <= text.size(); ++i) {
            const QChar c = i < text.size() ? text[i] : QChar(u' ');
            if (c.isLetter()) {
                start = start < 0 ? i : start;
                foreign = foreign || c.unicode() >= 0x80;
                continue;
            }
            // A sign of currency, a frame or a root between letters, or a sign that no text holds.
            const bool inside = start >= 0 && i + 1 < text.size() && text[i + 1].isLetter();
            const bool strange = c.unicode() >= 0x80
                && (!isCommonSign(c) || (inside && QStringView(u"€£§°©®™±×²³½¼¾¿¡·•").contains(c)));
            if (strange)
                look.bad += 1;
            if (start >= 0 && foreign)
                (looksLikeWord(QStringView(text).mid(start, i - start)) ? look.good : look.bad) += 1;
            start = -1;
            foreign = false;
        }
        look.bad += broken ? 1 : 0;
    }
    return look;
}

QString nameByUchardet(const QByteArrayList &lines)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                                                  &uchardet_delete);
    for (const QByteArray &line : lines) {
        if (uchardet_handle_data(detector.get(), line.constData(), size_t(line.size())) != 0
            || uchardet_handle_data(detector.get(), "\n", 1) != 0)
            return {};
    }
    uchardet_data_end(detector.get());
    return QString::fromLatin1(uchardet_get_charset(detector.get())).toUpper();
}

bool readsTheSame(const QByteArrayList &lines, TextEncoding a, TextEncoding b)
{
    return std::all_of(lines.begin(), lines.end(), [=](const QByteArray &line) {
        bool broken = false;
        return decoded(line, a, broken) == decoded(line, b, broken);
    });
}

EncodingGuess guessEightBit(const QByteArrayList &lines)
{
    struct Reading
    {
        TextEncoding encoding;
        Look look;
    };
    QList<Reading> readings;
    for (const Known &one : known()) {
        if (!one.upper.isEmpty())
            readings.append({one.encoding, lookOf(lines, one.encoding)});
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Reading &a, const Reading &b) {
        return std::pair(a.look.badness(), -a.look.good) < std::pair(b.look.badness(), -b.look.good);
    });
    EncodingGuess guess{readings.first().encoding, true, true, {}};
    const QString byLibrary = nameByUchardet(lines);
    guess.isKnown = readings.first().look.badness() <= 0.3 && readings.first().look.good > 0;
    if (!guess.isKnown) {
        guess.isSure = false;
        guess.otherwise = byLibrary;
        return guess;
    }
    // Others that make words as good, and other ones.
    QList<TextEncoding> rivals;
    for (const Reading &reading : std::as_const(readings)) {
        if (reading.encoding != guess.encoding && reading.look.badness() <= readings.first().look.badness() + 0.05
            && reading.look.good * 10 >= readings.first().look.good * 8
            && !readsTheSame(lines, guess.encoding, reading.encoding))
            rivals << reading.encoding;
    }
    for (const TextEncoding rival : std::as_const(rivals)) {
        if (entry(rival).uchardet.contains(byLibrary))
            std::swap(guess.encoding, rivals[rivals.indexOf(rival)]);
    }
    guess.isSure = rivals.isEmpty();
    if (!rivals.isEmpty())
        guess.otherwise = encodingName(rivals.first());
    return guess;
}

} // namespace

const QList<TextEncoding> &textEncodings()
{
    static const QList<TextEncoding> list = [] {
        QList<TextEncoding> out;
        for (const Known &one : known())
            out << one.encoding;
        return out;
    }();
    return list;
}

QString encodingName(TextEncoding encoding)
{
    return entry(encoding).name;
}

std::optional<TextEncoding> encodingFromName(const QString &name)
{
    const auto bare = [](const QString &text) {
        QString out;
        std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](QChar c) { return c.isLetterOrNumber(); });
        return out.toLower();
    };
    static const QHash<QString, TextEncoding> others{
        {u"cp1251"_s, TextEncoding::Windows1251}, {u"cp1252"_s, TextEncoding::Windows1252},
        {u"latin1"_s, TextEncoding::Windows1252}, {u"cp1250"_s, TextEncoding::Windows1250},
        {u"cp866"_s, TextEncoding::Cp866},        {u"ibm866"_s, TextEncoding::Cp866},
        {u"866"_s, TextEncoding::Cp866},          {u"utf16"_s, TextEncoding::Utf16LittleEndian},
        {u"koi8"_s, TextEncoding::Koi8R}};
    const QString wanted = bare(name);
    for (const Known &one : known()) {
        if (bare(one.name) == wanted)
            return one.encoding;
    }
    const auto other = others.constFind(wanted);
    return other == others.cend() ? std::nullopt : std::optional(*other);
}

bool isUtf16(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
}

std::optional<TextEncoding> utf16WithoutMark(const QByteArray &start)
{
    if (start.size() < 4)
        return std::nullopt;
    std::array<qsizetype, 2> upper{0, 0};
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < start.size(); ++i) {
        upper[size_t(i % 2)] += start[i] == 0 || start[i] == 4 ? 1 : 0;
        zeros[size_t(i % 2)] += start[i] == 0 ? 1 : 0;
    }
    const qsizetype half = start.size() / 2;
    // Texts have spaces, delimiters and ends of lines, so that some upper bytes are 0 and no lower ones.
    if (upper[1] > half * 8 / 10 && zeros[1] > 0 && zeros[0] * 20 < half)
        return TextEncoding::Utf16LittleEndian;
    if (upper[0] > half * 8 / 10 && zeros[0] > 0 && zeros[1] * 20 < half)
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

QString decoded(QByteArrayView bytes, TextEncoding encoding, bool &broken)
{
    const QStringView upper = entry(encoding).upper;
    if (!upper.isEmpty()) {
        QString text(bytes.size(), Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const quint8 byte = quint8(bytes[i]);
            text[i] = byte < 0x80 ? QChar(byte) : upper[byte - 0x80];
            broken = broken || text[i] == QChar::ReplacementCharacter;
        }
        return text;
    }
    QString text = QString::fromUtf8(bytes);
    // A replacement character may have been written as such.
    if (text.contains(QChar::ReplacementCharacter)) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        text = decoder(bytes);
        broken = broken || decoder.hasError();
    }
    return text;
}

EncodingGuess guessEncoding(QIODevice &device)
{
    const Evidence evidence = collect(device);
    if (evidence.start.startsWith("\xff\xfe"))
        return {.encoding = TextEncoding::Utf16LittleEndian};
    if (evidence.start.startsWith("\xfe\xff"))
        return {.encoding = TextEncoding::Utf16BigEndian};
    if (evidence.start.startsWith("\xef\xbb\xbf"))
        return {.encoding = TextEncoding::Utf8};
    if (const auto encoding = utf16WithoutMark(evidence.start))
        return {.encoding = *encoding};
    int valid = 0;
    int invalid = 0;
    for (const QByteArray &line : evidence.lines) {
        bool broken = false;
        const QString text = decoded(line, TextEncoding::Utf8, broken);
        // The last line of what was read may be cut in the middle of a letter.
        const bool cut = broken && line.size() == sampleBytes;
        (broken && !cut ? invalid : valid) += 1;
    }
    return invalid > valid ? guessEightBit(evidence.lines) : EncodingGuess{};
}

QString guessedText(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const TextEncoding encoding = guessEncoding(buffer).encoding;
    if (isUtf16(encoding)) {
        QStringDecoder decoder(encoding == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE
                                                                           : QStringDecoder::Utf16BE);
        return decoder(bytes);
    }
    bool isBroken = false;
    return decoded(bytes, encoding, isBroken);
}

} // namespace Kartoteka
