// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/items/value_parse.h"

#include <QJsonObject>

/// What the commands have in common that make and change definitions.
namespace Kartoteka::Cli {

/// What stands behind "type add": the rest is a command line of its own.
inline Session inner(const Session &session, Arguments &rest)
{
    rest = session.arguments;
    rest.words.removeFirst();
    return {session.store, rest, session.output};
}

inline Result<void> commit(const Session &session, const Result<ChangeSet> &changes)
{
    if (!changes)
        return changes.error();
    if (changes->isEmpty())
        return {};
    auto receipt = session.store.commitAndWait(*changes);
    QCoreApplication::sendPostedEvents(&session.store);
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

inline int tell(const Session &session, const Result<void> &done, const QString &text, const QJsonObject &object)
{
    if (!done)
        return session.output.fail(done.error());
    session.output.line(text);
    session.output.document(object);
    return 0;
}

inline Result<bool> yesNo(const QString &text)
{
    const QString word = text.toLower();
    if (word.isEmpty() || word == u"yes" || word == u"true" || word == u"1" || word == u"да")
        return true;
    if (word == u"no" || word == u"false" || word == u"0" || word == u"нет")
        return false;
    return Error::usage(Texts::tr("“%1” is neither yes nor no.").arg(text));
}

inline Result<void> take(const QString &text, bool &into)
{
    auto value = yesNo(text);
    if (value)
        into = *value;
    return value ? Result<void>() : Result<void>(value.error());
}

/// The field that a type and the word behind it name; what is deleted is no such.
inline Result<Field> fieldAt(const Session &line)
{
    auto type = line.type(0);
    if (!type)
        return type.error();
    const QString name = line.arguments.words.value(1);
    const Field *field = findField(line.schema(), type->id, name);
    return field ? Result<Field>(*field) : Result<Field>(Error::usage(Texts::tr("There is no field “%1”.").arg(name)));
}

/// "name=Value" of words from @p from on, each by @p set.
template<typename Set>
Result<void> takeProperties(const Session &session, qsizetype from, Set set)
{
    for (qsizetype i = from; i < session.arguments.words.size(); ++i) {
        const QString &word = session.arguments.words[i];
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return Error::usage(Texts::tr("Expected PROPERTY=VALUE, not “%1”.").arg(word));
        if (auto done = set(word.left(equals), word.mid(equals + 1)); !done)
            return done;
    }
    return {};
}

} // namespace Kartoteka::Cli
