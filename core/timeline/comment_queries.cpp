// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/comments.h"

#include "core/base/texts.h"

namespace Kartoteka {

Result<Comment> readComment(const ReadContext &context, qint64 id)
{
    auto cursor = context.connection.query(
        u"SELECT owner_type, owner_id, text, created_by FROM comment WHERE id = ? AND deleted_at IS NULL"_s, {id});
    if (!cursor)
        return cursor.error();
    if (!cursor->next())
        return Error{ErrorCode::NotFound, Texts::tr("This comment no longer exists."), {}, {}};
    return Comment{id, {cursor->integer(0), cursor->integer(1), {}}, cursor->text(2), cursor->integer(3)};
}

} // namespace Kartoteka
