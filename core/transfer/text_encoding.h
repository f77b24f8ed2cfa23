// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QIODevice>
#include <QString>

#include <optional>

namespace Kartoteka {

enum class TextEncoding {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1251,
    Windows1252,
    Windows1250,
    Cp866,
    Koi8R,
    MacCyrillic,
};

/// In the order in which a person is offered them.
const QList<TextEncoding> &textEncodings();
/// "Windows-1251": the same in every language.
QString encodingName(TextEncoding encoding);
/// By its name, whatever the case, hyphens and spaces.
std::optional<TextEncoding> encodingFromName(const QString &name);
bool isUtf16(TextEncoding encoding);
/// UTF-16 by the look of the first bytes of a file without a mark: every other byte of Latin and Cyrillic letters is 0 or 4.
std::optional<TextEncoding> utf16WithoutMark(const QByteArray &start);

/// Text of an 8-bit encoding or of UTF-8. @p broken becomes true when the bytes are no text of it; it stays as it is otherwise.
QString decoded(QByteArrayView bytes, TextEncoding encoding, bool &broken);

/// What a text seems to be written in.
struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    bool isSure = true;     ///< false: another encoding would make other words of it that look as good
    bool isKnown = true;    ///< false: none that we read makes words of it
    QString otherwise = {}; ///< name of an encoding that it may be instead; may be empty
};

/// Judges by mark, zeros, validity as UTF-8 (one broken line does not turn a file into another encoding) and the look of the
/// words. Looks for letters outside ASCII in the first 64 MB. The device is left at its start.
EncodingGuess guessEncoding(QIODevice &device);
/// A whole text, read as what it seems to be written in.
QString guessedText(const QByteArray &bytes);

} // namespace Kartoteka
