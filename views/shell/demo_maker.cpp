// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/demo_maker.h"

#include "core/base/texts.h"
#include "core/demo/demo_data.h"
#include "core/office.h"
#include "core/schema/builtin_names.h"
#include "views/widgets/wait_dialog.h"

namespace Kartoteka {

Result<void> fillWithDemo(QWidget *window, const QString &path)
{
    return WaitDialog::run(
        window, Texts::tr("New file with demo data"), Texts::tr("Making up a sales office: its people, clients and deals."),
        [path, language = nameLanguage()](const WaitDialog::Say &say, const CancelToken &cancel) -> Result<void> {
            auto store = openOffice(path);
            if (!store)
                return store.error();
            DemoOptions options;
            options.language = language;
            options.cancel = cancel;
            options.progress = [&say](int done, int total) { say.progress(done, total); };
            return fillDemo(**store, options);
        });
}

} // namespace Kartoteka
