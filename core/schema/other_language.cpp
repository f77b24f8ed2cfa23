// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/other_language.h"

#include "core/schema/builtin_names.h"

#include <QFile>
#include <QtEndian>

#include <utility>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// A text of the program: as it stands in the sources, and in Russian.
struct Text
{
    QString english;
    QString russian;
};

QString withoutMarks(QString text)
{
    return text.remove(u'&');
}

/// What lrelease made, read from its beginning to its end: the toolkit finds a text only by that which it was translated from.
class Catalogue
{
public:
    explicit Catalogue(const QByteArray &file)
    {
        constexpr qsizetype headSize = 16;
        constexpr quint8 messages = 0x69;
        m_left = QByteArrayView(file).sliced(qMin(headSize, file.size()));
        while (!m_left.isEmpty()) {
            const quint8 section = takeByte();
            const QByteArrayView bytes = takeSized();
            if (section == messages) {
                m_left = bytes;
                return;
            }
        }
    }

    /// @return false behind the last one.
    bool next(Text &text)
    {
        enum Tag : quint8 { End = 1, Translation = 3, SourceText = 6 };
        text = {};
        while (!m_left.isEmpty()) {
            const quint8 tag = takeByte();
            if (tag == End)
                return true;
            const QByteArrayView bytes = takeSized();
            if (tag == SourceText) {
                text.english = QString::fromUtf8(bytes);
            } else if (tag == Translation && text.russian.isEmpty()) { // the first of the forms for numbers
                text.russian.resize(bytes.size() / 2);
                qFromBigEndian<char16_t>(bytes.data(), text.russian.size(), text.russian.data());
            }
        }
        return false;
    }

private:
    quint8 takeByte()
    {
        const auto byte = quint8(m_left.front());
        m_left = m_left.sliced(1);
        return byte;
    }

    QByteArrayView takeSized()
    {
        constexpr quint32 none = 0xffffffff;
        constexpr qsizetype lengthSize = 4;
        if (m_left.size() < lengthSize)
            return std::exchange(m_left, {});
        const auto length = qFromBigEndian<quint32>(m_left.data());
        m_left = m_left.sliced(lengthSize);
        const qsizetype size = length == none ? 0 : qMin(qsizetype(length), m_left.size());
        const QByteArrayView bytes = m_left.first(size);
        m_left = m_left.sliced(size);
        return bytes;
    }

    QByteArrayView m_left;
};

} // namespace

QHash<QString, QStringList> inOtherLanguage(const QSet<QString> &shown)
{
    initCatalogues();
    QHash<QString, QStringList> others;
    QFile file(u":/kartoteka/i18n/kartoteka_ru.qm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return others;
    const QByteArray bytes = file.readAll();
    const bool isRussian = nameLanguage() == u"ru";
    Catalogue catalogue(bytes);
    for (Text text; catalogue.next(text);) {
        const QString here = withoutMarks(isRussian ? text.russian : text.english);
        const QString there = withoutMarks(isRussian ? text.english : text.russian);
        if (shown.contains(here) && !there.isEmpty() && !others.value(here).contains(there))
            others[here] << there;
    }
    return others;
}

} // namespace Kartoteka
