<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Kartoteka</name>
    <message>
        <source>%1 #%2</source>
        <translation>%1 №%2</translation>
    </message>
    <message>
        <source>This stage no longer exists.</source>
        <translation>Этой стадии больше нет.</translation>
    </message>
    <message>
        <source>Fill in the field “%1”.</source>
        <translation>Заполните поле «%1».</translation>
    </message>
    <message>
        <source>%1: “%2” is not %3.</source>
        <translation>%1: «%2» — это не %3.</translation>
    </message>
    <message>
        <source>a user of this office</source>
        <translation>пользователь этой базы</translation>
    </message>
    <message>
        <source>one of the values of the list</source>
        <translation>значение из списка</translation>
    </message>
    <message>
        <source>a stage</source>
        <translation>стадия</translation>
    </message>
    <message>
        <source>a pipeline</source>
        <translation>воронка</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>номер телефона</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>адрес e-mail</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>«да» или «нет»</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>an amount of money</source>
        <translation>денежная сумма</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>a date and time</source>
        <translation>дата и время</translation>
    </message>
    <message>
        <source>Choose what to create.</source>
        <translation>Выберите, что создать.</translation>
    </message>
    <message>
        <source>“%1” cannot be converted to “%2”.</source>
        <translation>«%1» не конвертируется в «%2».</translation>
    </message>
    <message>
        <source>“%1” is already converted.</source>
        <translation>«%1»: конвертация уже выполнена.</translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation>%1 (столбец %2)</translation>
    </message>
    <message>
        <source>The list in brackets is empty</source>
        <translation>Список в скобках пуст</translation>
    </message>
    <message>
        <source>Expected one of = != &lt; &lt;= &gt; &gt;= ~ !~ in, is empty, is not empty</source>
        <translation>Ожидалось одно из: = != &lt; &lt;= &gt; &gt;= ~ !~ in, is empty, is not empty</translation>
    </message>
    <message>
        <source>Expected the name of a field</source>
        <translation>Ожидалось название поля</translation>
    </message>
    <message>
        <source>A value is missing; for empty fields write “is empty”</source>
        <translation>Не хватает значения; для пустых полей пишите «is empty»</translation>
    </message>
    <message>
        <source>%1 (column %2 of “%3”)</source>
        <translation>%1 (столбец %2 в «%3»)</translation>
    </message>
    <message>
        <source>This comparison does not fit the field “%1”</source>
        <translation>Это сравнение не подходит полю «%1»</translation>
    </message>
    <message>
        <source>“%1” is not a date</source>
        <translation>«%1» — не дата</translation>
    </message>
    <message>
        <source>“%1” is not a date or a period</source>
        <translation>«%1» — не дата и не период</translation>
    </message>
    <message>
        <source>The stage “%1” was deleted: choose another one in the filter.</source>
        <translation>Стадию «%1» удалили: выберите в фильтре другую.</translation>
    </message>
    <message>
        <source>“%1” was deleted from the list “%2”: choose another value in the filter.</source>
        <translation>«%1» удалили из списка «%2»: выберите в фильтре другое значение.</translation>
    </message>
    <message>
        <source>The settings have %1 records, and a settings file holds at most %2: nobody could load it.</source>
        <translation>В настройках %1 записей, а файл настроек вмещает не больше %2: загрузить его никто бы не смог.</translation>
    </message>
    <message>
        <source>The settings take more than the %1 MB that a settings file may have: nobody could load it.</source>
        <translation>Настройки занимают больше %1 МБ, а файл настроек не может быть больше: загрузить его никто бы не смог.</translation>
    </message>
    <message>
        <source>a pipeline needs a stage in progress, one of success and one of loss.</source>
        <translation>воронке нужны стадия в работе, стадия успеха и стадия провала.</translation>
    </message>
    <message>
        <source>a type with stages needs a pipeline.</source>
        <translation>типу со стадиями нужна воронка.</translation>
    </message>
    <message>
        <source>%1: “%2” → %3: “%4”</source>
        <comment>types with pipelines, and stages, that a tunnel leads from and to</comment>
        <translation>%1: «%2» → %3: «%4»</translation>
    </message>
    <message>
        <source>There is no stage “%1”</source>
        <translation>Нет стадии «%1»</translation>
    </message>
    <message>
        <source>There is no field “%1” (column 1 of “%2”)</source>
        <translation>Нет поля «%1» (столбец 1 в «%2»)</translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation>Такого типа нет.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Нет поля «%1».</translation>
    </message>
    <message>
        <source>You cannot sort by “%1”: it holds several values.</source>
        <translation>В поле «%1» несколько значений, сортировать по нему нельзя.</translation>
    </message>
    <message>
        <source>The backup folder “%1” cannot be created.</source>
        <translation>Не удалось создать папку резервных копий «%1».</translation>
    </message>
    <message>
        <source>“%1” already exists.</source>
        <translation>«%1» уже существует.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>Не удалось записать «%1».</translation>
    </message>
    <message>
        <source>%1 stage totals differ from the items.</source>
        <translation>Итоги стадий не сходятся с карточками: %1.</translation>
    </message>
    <message>
        <source>%1 items have wrong activity counts.</source>
        <translation>Неверные счётчики дел у карточек: %1.</translation>
    </message>
    <message>
        <source>%1 items count activities that do not exist.</source>
        <translation>Карточек, которые считают дела, которых нет: %1.</translation>
    </message>
    <message>
        <source>%1 activity links differ from their activities.</source>
        <translation>Связи дел расходятся с делами: %1.</translation>
    </message>
    <message>
        <source>The journal of %1 replicas has gaps.</source>
        <translation>В журнале есть пропуски, рабочих мест: %1.</translation>
    </message>
    <message>
        <source>The last sequence of %1 replicas differs from the journal.</source>
        <translation>Последний номер расходится с журналом, рабочих мест: %1.</translation>
    </message>
    <message>
        <source>%1 items are missing from the search index.</source>
        <translation>Карточек нет в поисковом индексе: %1.</translation>
    </message>
    <message>
        <source>%1 items are in a stage that does not exist.</source>
        <translation>Карточек в несуществующей стадии: %1.</translation>
    </message>
    <message>
        <source>%1 values belong to items that do not exist.</source>
        <translation>Значений у несуществующих карточек: %1.</translation>
    </message>
    <message>
        <source>The search index of “%1” is broken.</source>
        <translation>Поисковый индекс «%1» повреждён.</translation>
    </message>
    <message>
        <source>Another program is using the file. Close it there and try again.</source>
        <translation>Файл занят другой программой. Закройте его там и попробуйте снова.</translation>
    </message>
    <message>
        <source>The file cannot be changed.</source>
        <translation>Файл нельзя изменить.</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>Ошибка чтения или записи диска.</translation>
    </message>
    <message>
        <source>The file is damaged. Restore a backup.</source>
        <translation>Файл повреждён. Восстановите резервную копию.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>Диск заполнен. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Не удалось открыть файл.</translation>
    </message>
    <message>
        <source>The file is not a Kartoteka database.</source>
        <translation>Это не база Картотеки.</translation>
    </message>
    <message>
        <source>Database error: %1</source>
        <translation>Ошибка базы данных: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>Не удалось прочитать «%1»: %2</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was changed in it. Restore the latest backup from the folder next to it.</source>
        <translation>Файл повреждён. В нём ничего не изменено. Восстановите последнюю резервную копию из папки рядом с ним.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Файла «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” is not a Kartoteka database. Nothing was changed in it.</source>
        <translation>«%1» — не база Картотеки. В файле ничего не изменено.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Kartoteka (format %2, this program knows %3). Update the program. Nothing was changed in the file.</source>
        <translation>«%1» записан более новой Картотекой (формат %2, эта программа знает %3). Обновите программу. В файле ничего не изменено.</translation>
    </message>
    <message>
        <source>Another program is using “%1”. Close it there and try again.</source>
        <translation>«%1» занят другой программой. Закройте файл там и попробуйте снова.</translation>
    </message>
    <message>
        <source>The record no longer exists.</source>
        <translation>Записи больше нет.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>Файл «%1» пуст.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удалось записать «%1»: %2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>The file does not say which copy of the office it is.</source>
        <translation>В файле не указано, какое это рабочее место.</translation>
    </message>
    <message>
        <source>There is no type “%1”.</source>
        <translation>Нет типа «%1».</translation>
    </message>
    <message>
        <source>A record that is referred to does not exist.</source>
        <translation>Записи, на которую указывает ссылка, нет.</translation>
    </message>
    <message>
        <source>The quote that opens a value is not closed.</source>
        <translation>Кавычка в начале значения не закрыта.</translation>
    </message>
    <message>
        <source>The line contains bytes that are not %1 text.</source>
        <translation>В строке есть байты, которые не являются текстом в %1.</translation>
    </message>
    <message>
        <source>The required field “%1” is empty.</source>
        <translation>Обязательное поле «%1» пусто.</translation>
    </message>
    <message>
        <source>The row has %1 values, the header has %2.</source>
        <translation>В строке значений: %1, в заголовке: %2.</translation>
    </message>
    <message>
        <source>The row has %1 values, the header has %2; the missing ones are empty.</source>
        <translation>В строке значений: %1, в заголовке: %2; недостающие остались пустыми.</translation>
    </message>
    <message>
        <source>“%1” is not a currency.</source>
        <translation>«%1» — не валюта.</translation>
    </message>
    <message>
        <source>  row %1, %2: %3</source>
        <translation>  строка %1, %2: %3</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>вся строка</translation>
    </message>
    <message>
        <source>Use: import TYPE FILE</source>
        <translation>Пишите: import ТИП ФАЙЛ</translation>
    </message>
    <message>
        <source>--on-duplicate is skip, merge or create.</source>
        <translation>--on-duplicate: skip, merge или create.</translation>
    </message>
    <message>
        <source>Read %1, imported %2, updated %3, skipped %4, rejected %5.</source>
        <translation>Прочитано: %1, импортировано: %2, обновлено: %3, пропущено: %4, отклонено: %5.</translation>
    </message>
    <message>
        <source>Rejected:</source>
        <translation>Отклонены:</translation>
    </message>
    <message>
        <source>Warnings:</source>
        <translation>Предупреждения:</translation>
    </message>
    <message>
        <source>Use: export TYPE FILE</source>
        <translation>Пишите: export ТИП ФАЙЛ</translation>
    </message>
    <message>
        <source>Only .csv files can be written so far.</source>
        <translation>Пока записываются только файлы .csv.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>The file is sound.</source>
        <translation>Файл исправен.</translation>
    </message>
    <message>
        <source>Use: backup FILE</source>
        <translation>Пишите: backup ФАЙЛ</translation>
    </message>
    <message>
        <source>Backup written to %1</source>
        <translation>Резервная копия записана в %1</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Создан файл %1</translation>
    </message>
    <message>
        <source>%1 needs a number.</source>
        <translation>Параметру %1 нужно число.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Items: %1</source>
        <translation>Карточек: %1</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>К сроку</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательно</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Карточек</translation>
    </message>
    <message>
        <source>Name a type, for example lead.</source>
        <translation>Укажите тип, например lead.</translation>
    </message>
    <message>
        <source>“%1” has no items.</source>
        <translation>У «%1» нет карточек.</translation>
    </message>
    <message>
        <source>Name an item by its number.</source>
        <translation>Укажите номер карточки.</translation>
    </message>
    <message>
        <source>Expected FIELD=VALUE, not “%1”.</source>
        <translation>Ожидалось ПОЛЕ=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>“%1” is set by the program and cannot be changed.</source>
        <translation>Поле «%1» заполняет программа, изменить его нельзя.</translation>
    </message>
    <message>
        <source>Say how many acts, for example 1.</source>
        <translation>Укажите, сколько действий, например 1.</translation>
    </message>
    <message>
        <source>Use “activity add” for activities.</source>
        <translation>Для дел есть «activity add».</translation>
    </message>
    <message>
        <source>Say what to set: FIELD=VALUE.</source>
        <translation>Укажите, что изменить: ПОЛЕ=ЗНАЧЕНИЕ.</translation>
    </message>
    <message>
        <source>There is no stage “%1”.</source>
        <translation>Нет стадии «%1».</translation>
    </message>
    <message>
        <source>There is no kind of activity “%1”.</source>
        <translation>Нет вида дела «%1».</translation>
    </message>
    <message>
        <source>Activity %1 planned.</source>
        <translation>Дело %1 запланировано.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>The code “%1” is taken.</source>
        <translation>Код «%1» уже занят.</translation>
    </message>
    <message>
        <source>A list needs at least one value.</source>
        <translation>В списке должно быть хотя бы одно значение.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>столбец %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>There is no such conflict.</source>
        <translation>Такого конфликта нет.</translation>
    </message>
    <message>
        <source>“%1” is damaged: %2 Nothing was changed. Ask for the file again.</source>
        <translation>«%1» повреждён: %2 Ничего не изменено. Попросите прислать файл ещё раз.</translation>
    </message>
    <message>
        <source>“%1” is encrypted. Enter its passphrase.</source>
        <translation>«%1» зашифрован. Введите парольную фразу.</translation>
    </message>
    <message>
        <source>“%1” is not an exchange file, or it is cut off (%2). Nothing was changed.</source>
        <translation>«%1» — не файл обмена, или он обрезан (%2). Ничего не изменено.</translation>
    </message>
    <message>
        <source>its contents cannot be listed.</source>
        <translation>не удаётся прочитать его оглавление.</translation>
    </message>
    <message>
        <source>it contains “%1”, which does not belong there.</source>
        <translation>в нём лежит посторонний файл «%1».</translation>
    </message>
    <message>
        <source>it would unpack to %1 MB.</source>
        <translation>в распакованном виде он занял бы %1 МБ.</translation>
    </message>
    <message>
        <source>“%1” is not an exchange file. Nothing was changed.</source>
        <translation>«%1» — не файл обмена. Ничего не изменено.</translation>
    </message>
    <message>
        <source>its description cannot be unpacked.</source>
        <translation>не распаковывается его описание.</translation>
    </message>
    <message>
        <source>its journal is not the size it should be.</source>
        <translation>размер журнала не тот, что указан.</translation>
    </message>
    <message>
        <source>its journal cannot be unpacked.</source>
        <translation>не распаковывается журнал.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Остановлено. Ничего не изменено.</translation>
    </message>
    <message>
        <source>its checksum is wrong.</source>
        <translation>не сходится контрольная сумма.</translation>
    </message>
    <message>
        <source>line %1: %2.</source>
        <translation>строка %1: %2.</translation>
    </message>
    <message>
        <source>line %1, column %2: %3.</source>
        <translation>строка %1, позиция %2: %3.</translation>
    </message>
    <message>
        <source>number %1 follows %2</source>
        <translation>за номером %2 идёт %1</translation>
    </message>
    <message>
        <source>line %1 is too long.</source>
        <translation>строка %1 слишком длинная.</translation>
    </message>
    <message>
        <source>it holds %1 changes of %2.</source>
        <translation>в нём %1 изменений из %2.</translation>
    </message>
    <message>
        <source>The exchange folder “%1” was not found.</source>
        <translation>Папка обмена «%1» не найдена.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The exchange file is damaged: %1</source>
        <translation>Файл обмена повреждён: %1</translation>
    </message>
    <message>
        <source>its description cannot be read (%1).</source>
        <translation>не читается его описание (%1).</translation>
    </message>
    <message>
        <source>The file was made by a newer Kartoteka (%1). Update this program and read it then. Nothing was changed.</source>
        <translation>Файл создан более новой Картотекой (%1). Обновите программу и прочитайте его после этого. Ничего не изменено.</translation>
    </message>
    <message>
        <source>it names %1 seats.</source>
        <translation>в нём названо %1 рабочих мест.</translation>
    </message>
    <message>
        <source>it names a seat without an identity.</source>
        <translation>в нём названо рабочее место без идентификатора.</translation>
    </message>
    <message>
        <source>its description lacks what it needs.</source>
        <translation>в его описании не хватает нужного.</translation>
    </message>
    <message>
        <source>its description contradicts itself.</source>
        <translation>его описание противоречит само себе.</translation>
    </message>
    <message>
        <source>it claims %1 changes, its numbers make %2.</source>
        <translation>заявлено изменений: %1, а по номерам выходит %2.</translation>
    </message>
    <message>
        <source>“%1” is missing or makes no sense</source>
        <translation>«%1» отсутствует или не имеет смысла</translation>
    </message>
    <message>
        <source>%1: changes %2 to %3</source>
        <translation>%1: изменения с %2 по %3</translation>
    </message>
    <message>
        <source>The file belongs to another office (%1). Nothing was changed.</source>
        <translation>Файл другого офиса (%1). Ничего не изменено.</translation>
    </message>
    <message>
        <source>its clock is ahead of what the file says</source>
        <translation>её часы впереди тех, что указаны в файле</translation>
    </message>
    <message>
        <source>The file cannot be put aside in “%1”.</source>
        <translation>Не удаётся отложить файл в «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s)</source>
        <translation>
            <numerusform>%1: %n изменение</numerusform>
            <numerusform>%1: %n изменения</numerusform>
            <numerusform>%1: %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Типы</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>List values</source>
        <translation>Значения списков</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новая</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n изменена</numerusform>
            <numerusform>%n изменено</numerusform>
            <numerusform>%n изменено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n удалена</numerusform>
            <numerusform>%n удалено</numerusform>
            <numerusform>%n удалено</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Ничего не меняется.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): both sides changed the same field. The later change is in effect, the other one waits in the timeline.</source>
        <translation>
            <numerusform>%n конфликт: обе стороны изменили одно поле; действует более позднее значение, другое ждёт в таймлайне.</numerusform>
            <numerusform>%n конфликта: обе стороны изменили одно поле; действует более позднее значение, другое ждёт в таймлайне.</numerusform>
            <numerusform>%n конфликтов: обе стороны изменили одно поле; действует более позднее значение, другое ждёт в таймлайне.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted record(s) stay, because work on them went on elsewhere.</source>
        <translation>
            <numerusform>%n удалённая запись остаётся: с ней продолжали работать в другом месте.</numerusform>
            <numerusform>%n удалённые записи остаются: с ними продолжали работать в другом месте.</numerusform>
            <numerusform>%n удалённых записей остаются: с ними продолжали работать в другом месте.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file brought back changes that this copy had lost; it continues under a new identity.</source>
        <translation>Файл вернул изменения, которые эта копия потеряла; дальше она работает под новым идентификатором.</translation>
    </message>
    <message>
        <source>Everything in this file is already here. Nothing was changed.</source>
        <translation>Всё из этого файла уже есть. Ничего не изменено.</translation>
    </message>
    <message>
        <source>This file was written here; there is nothing to read in it.</source>
        <translation>Этот файл записан здесь же; читать в нём нечего.</translation>
    </message>
    <message>
        <source>The file builds on changes that this copy has lost: a backup was restored. It continues under a new identity. Write a file for %1: the answer brings the lost changes back.</source>
        <translation>Файл опирается на изменения этой копии, которых в ней больше нет: была восстановлена резервная копия. Дальше она работает под новым идентификатором. Запишите файл для «%1»: ответ вернёт потерянные изменения.</translation>
    </message>
    <message>
        <source>Changes before this file have not come yet (%1). It is put aside and will be read when they have.</source>
        <translation>Предыдущие изменения ещё не пришли (%1). Файл отложен и будет прочитан, когда они придут.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>type and title of an item</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>went on with it</source>
        <translation>работа продолжена</translation>
    </message>
    <message>
        <source>deleted it</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>You cannot write a file for yourself.</source>
        <translation>Записать файл самому себе нельзя.</translation>
    </message>
    <message>
        <source>all seats</source>
        <translation>всех рабочих мест</translation>
    </message>
    <message>
        <source>There is no one to write a file for: create a seat for a laptop first.</source>
        <translation>Писать некому: сначала создайте рабочее место для ноутбука.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Остановлено. Файл не записан.</translation>
    </message>
    <message>
        <source>Not enough disk space for a temporary file: %1</source>
        <translation>Не хватает места для временного файла: %1</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>There is not enough memory to work with the passphrase.</source>
        <translation>Не хватает памяти для работы с парольной фразой.</translation>
    </message>
    <message>
        <source>The file is damaged: it was changed or cut off after it was encrypted.</source>
        <translation>Файл повреждён: после шифрования он был изменён или обрезан.</translation>
    </message>
    <message>
        <source>The passphrase is not the one the file was encrypted with, or the file is damaged.</source>
        <translation>Файл зашифрован другой парольной фразой, или он повреждён.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>seat: name and code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>Рабочее место %1</translation>
    </message>
    <message>
        <source>There is no seat “%1”.</source>
        <translation>Нет рабочего места «%1».</translation>
    </message>
    <message>
        <source>Enter whose seat it is.</source>
        <translation>Укажите, чьё это рабочее место.</translation>
    </message>
    <message>
        <source>Seats are created at the office; this file is itself a seat (%1).</source>
        <translation>Рабочие места создаются в офисе; это само — рабочее место (%1).</translation>
    </message>
    <message>
        <source>changes are missing before number %1.</source>
        <translation>не хватает изменений перед номером %1.</translation>
    </message>
    <message>
        <source>it does not say whose change this is.</source>
        <translation>не указано, чьё это изменение.</translation>
    </message>
    <message>
        <source>it does not say what this change belongs to.</source>
        <translation>не указано, к чему относится это изменение.</translation>
    </message>
    <message>
        <source>Use: %1</source>
        <translation>Используйте: %1</translation>
    </message>
    <message numerus="yes">
        <source>Written for %1: %n change(s), %2 bytes.</source>
        <translation>
            <numerusform>Записано для «%1»: %n изменение, %2 байт.</numerusform>
            <numerusform>Записано для «%1»: %n изменения, %2 байт.</numerusform>
            <numerusform>Записано для «%1»: %n изменений, %2 байт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1, written %2, %n change(s).</source>
        <translation>
            <numerusform>От «%1», записано %2, %n изменение.</numerusform>
            <numerusform>От «%1», записано %2, %n изменения.</numerusform>
            <numerusform>От «%1», записано %2, %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was written for another seat (%1).</source>
        <translation>Он записан для другого рабочего места (%1).</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Reading it would bring:</source>
        <translation>Пока ничего не изменено. Чтение принесло бы:</translation>
    </message>
    <message>
        <source>Perhaps the same client (%1): %2 and %3</source>
        <translation>Возможно, один клиент (%1): %2 и %3</translation>
    </message>
    <message>
        <source>A file that had waited was read too. %1</source>
        <translation>Прочитан и файл, который ждал. %1</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>это</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Рабочее место</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Последний файл</translation>
    </message>
    <message>
        <source>Its changes here</source>
        <translation>Его изменений здесь</translation>
    </message>
    <message>
        <source>Missing there</source>
        <translation>Там не хватает</translation>
    </message>
    <message>
        <source>Waiting: an encrypted file. Read it again with its passphrase.</source>
        <translation>Ждёт: зашифрованный файл. Прочитайте его ещё раз с парольной фразой.</translation>
    </message>
    <message>
        <source>Waiting: a file of %1 of %2. Missing: %3</source>
        <translation>Ждёт: файл от «%1» (%2). Не хватает: %3</translation>
    </message>
    <message>
        <source>Open conflicts: %1</source>
        <translation>Открытых конфликтов: %1</translation>
    </message>
    <message>
        <source>Seat %1 for %2: %3</source>
        <translation>Рабочее место %1 для «%2»: %3</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>In effect</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Other value</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>There are no open conflicts.</source>
        <translation>Открытых конфликтов нет.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Решено.</translation>
    </message>
    <message>
        <source>an attached file is missing from it.</source>
        <translation>в нём нет прикреплённого файла.</translation>
    </message>
    <message>
        <source>an attached file in it is not what it should be.</source>
        <translation>прикреплённый файл в нём не тот, каким должен быть.</translation>
    </message>
    <message>
        <source>it names %1 attached files.</source>
        <translation>он называет прикреплённых файлов: %1.</translation>
    </message>
    <message>
        <source>it names an attached file that cannot be.</source>
        <translation>он называет прикреплённый файл, которого быть не может.</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Прикреплённые файлы</translation>
    </message>
    <message>
        <source>This file was restored from a backup. It continues under a new identity so that exchange can bring back what it lost.</source>
        <translation>Эта база восстановлена из резервной копии. Она продолжает работу под новым именем, чтобы обмен вернул то, что она потеряла.</translation>
    </message>
    <message>
        <source>This file is a copy of another one. It continues as a separate seat, %1: numbers of items created here begin with %1.</source>
        <translation>Эта база — копия другой. Она продолжает работу как отдельное рабочее место %1: номера созданного здесь начинаются с %1.</translation>
    </message>
    <message>
        <source>“%1” is too large to attach: %2; the limit is %3. Attach a link instead.</source>
        <translation>«%1» слишком велик: %2, а прикрепить можно не больше %3. Прикрепите вместо него ссылку.</translation>
    </message>
    <message>
        <source>The file is no longer attached.</source>
        <translation>Файл больше не прикреплён.</translation>
    </message>
    <message>
        <source>An attached file needs a name.</source>
        <translation>Прикреплённому файлу нужно имя.</translation>
    </message>
    <message>
        <source>Choose at least two items to merge.</source>
        <translation>Выберите хотя бы две карточки, чтобы объединить их.</translation>
    </message>
    <message>
        <source>“%1” is in the recycle bin. Restore it first.</source>
        <translation>«%1» в корзине. Сначала восстановите.</translation>
    </message>
    <message>
        <source>The contents of %1 attached files are missing.</source>
        <translation>Нет содержимого прикреплённых файлов: %1.</translation>
    </message>
    <message>
        <source>The contents of the file are not in this database.</source>
        <translation>Содержимого этого файла в базе нет.</translation>
    </message>
    <message>
        <source>Name the file to be attached.</source>
        <translation>Укажите файл, который нужно прикрепить.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Прикреплён: %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>байт</translation>
    </message>
    <message>
        <source>by</source>
        <translation>кто</translation>
    </message>
    <message>
        <source>Use “save-file N FILE”; “files TYPE ID” tells the numbers.</source>
        <translation>Пишите «save-file N ФАЙЛ»; номера скажет «files TYPE ID».</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранён: %1</translation>
    </message>
    <message>
        <source>This file was last written on this computer: there is nothing to say.</source>
        <translation>Эта база и так последний раз менялась на этом компьютере.</translation>
    </message>
    <message>
        <source>The file continues here as it was. Stop using the one on the other computer.</source>
        <translation>База продолжает здесь работу как прежде. Больше не пользуйтесь той, что на другом компьютере.</translation>
    </message>
    <message>
        <source>Usage: kartoteka-cli DB COMMAND …  (--json for scripts, --lang ru|en)</source>
        <translation>Вызов: kartoteka-cli ФАЙЛ КОМАНДА …  (--json для сценариев, --lang ru|en)</translation>
    </message>
    <message>
        <source>the first is kept, the others become part of it</source>
        <translation>первый остаётся, остальные входят в него</translation>
    </message>
    <message>
        <source>a copy of the office for a laptop</source>
        <translation>копия офиса для ноутбука</translation>
    </message>
    <message>
        <source>this file was moved here from another computer, not copied</source>
        <translation>этот файл перенесён с другого компьютера, а не скопирован</translation>
    </message>
    <message>
        <source>commands from standard input, one a line</source>
        <translation>команды со стандартного ввода, по одной в строке</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые фильтры</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>Обязательные поля</translation>
    </message>
    <message>
        <source>“%1” is not in the recycle bin.</source>
        <translation>«%1» не в корзине.</translation>
    </message>
    <message>
        <source>This pipeline no longer exists.</source>
        <translation>Этой воронки больше нет.</translation>
    </message>
    <message>
        <source>A stage needs a name.</source>
        <translation>Стадии нужно название.</translation>
    </message>
    <message>
        <source>A pipeline has one success stage.</source>
        <translation>В воронке одна успешная стадия.</translation>
    </message>
    <message>
        <source>The success stage cannot be deleted; rename it instead.</source>
        <translation>Успешную стадию удалить нельзя; переименуйте её.</translation>
    </message>
    <message>
        <source>A pipeline needs at least one stage in progress and one lost stage.</source>
        <translation>В воронке нужна хотя бы одна стадия в работе и одна провальная.</translation>
    </message>
    <message>
        <source>New</source>
        <comment>stage</comment>
        <translation>Новая</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>stage</comment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>stage</comment>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>stage</comment>
        <translation>Провал</translation>
    </message>
    <message>
        <source>The default pipeline cannot be deleted. Make another one the default first.</source>
        <translation>Основную воронку удалить нельзя. Сначала сделайте основной другую.</translation>
    </message>
    <message>
        <source>Expected “and” or “or”</source>
        <translation>Ожидалось and или or</translation>
    </message>
    <message>
        <source>A bracket is not closed</source>
        <translation>Скобка не закрыта</translation>
    </message>
    <message>
        <source>The range has neither beginning nor end</source>
        <translation>У диапазона нет ни начала, ни конца</translation>
    </message>
    <message>
        <source>won</source>
        <comment>stage group</comment>
        <translation>успех</translation>
    </message>
    <message>
        <source>lost</source>
        <comment>stage group</comment>
        <translation>провал</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>stage group</comment>
        <translation>в работе</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>не запланированы</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>запланированы</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочены</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>входящие</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between conditions</comment>
        <translation> и </translation>
    </message>
    <message>
        <source> or </source>
        <comment>between conditions</comment>
        <translation> или </translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>не: %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>эта неделя</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>прошлая неделя</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>следующая неделя</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>этот месяц</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>прошлый месяц</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>следующий месяц</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>этот квартал</translation>
    </message>
    <message>
        <source>last quarter</source>
        <translation>прошлый квартал</translation>
    </message>
    <message>
        <source>next quarter</source>
        <translation>следующий квартал</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>этот год</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>прошлый год</translation>
    </message>
    <message>
        <source>next year</source>
        <translation>следующий год</translation>
    </message>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>последний %n день</numerusform>
            <numerusform>последние %n дня</numerusform>
            <numerusform>последние %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next %n day(s)</source>
        <translation>
            <numerusform>следующий %n день</numerusform>
            <numerusform>следующие %n дня</numerusform>
            <numerusform>следующие %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ago</source>
        <translation>
            <numerusform>больше %n дня назад</numerusform>
            <numerusform>больше %n дней назад</numerusform>
            <numerusform>больше %n дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ahead</source>
        <translation>
            <numerusform>больше чем через %n день</numerusform>
            <numerusform>больше чем через %n дня</numerusform>
            <numerusform>больше чем через %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>через %n день</numerusform>
            <numerusform>через %n дня</numerusform>
            <numerusform>через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>quarter %1 of %2</source>
        <translation>%1-й квартал %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>по %1</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: не %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>%1: without “%2”</source>
        <translation>%1: без «%2»</translation>
    </message>
    <message>
        <source>%1: before %2</source>
        <translation>%1: до %2</translation>
    </message>
    <message>
        <source>%1: less than %2</source>
        <translation>%1: меньше %2</translation>
    </message>
    <message>
        <source>%1: until %2</source>
        <comment>a day</comment>
        <translation>%1: по %2</translation>
    </message>
    <message>
        <source>%1: at most %2</source>
        <translation>%1: не больше %2</translation>
    </message>
    <message>
        <source>%1: after %2</source>
        <translation>%1: после %2</translation>
    </message>
    <message>
        <source>%1: more than %2</source>
        <translation>%1: больше %2</translation>
    </message>
    <message>
        <source>%1: from %2</source>
        <comment>a day</comment>
        <translation>%1: с %2</translation>
    </message>
    <message>
        <source>%1: at least %2</source>
        <translation>%1: не меньше %2</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: не заполнено</translation>
    </message>
    <message>
        <source>%1: filled in</source>
        <translation>%1: заполнено</translation>
    </message>
    <message>
        <source>%1: has been “%2”%3</source>
        <comment>stage, period</comment>
        <translation>%1: была «%2»%3</translation>
    </message>
    <message>
        <source>You cannot group by “%1”: it holds several values.</source>
        <translation>В поле «%1» несколько значений: по нему нельзя группировать.</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>filter</comment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>filter</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>filter</comment>
        <translation>Закрытые</translation>
    </message>
    <message>
        <source>Without activities</source>
        <comment>filter</comment>
        <translation>Без дел</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>filter</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>Empty, though the stage requires it.</source>
        <translation>Не заполнено, хотя стадия этого требует.</translation>
    </message>
    <message>
        <source>out of the recycle bin, for good</source>
        <translation>из корзины, навсегда</translation>
    </message>
    <message>
        <source>Deleted for good: %1</source>
        <translation>Удалено навсегда: %1</translation>
    </message>
    <message>
        <source>%1 items do not say which of their fields are filled in.</source>
        <translation>У карточек неверно записано, какие поля заполнены: %1.</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Повторено: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Отменено: %1</translation>
    </message>
    <message>
        <source>Stopped. The file was left as it was.</source>
        <translation>Остановлено. Файл остался таким, каким был.</translation>
    </message>
    <message>
        <source>“%1” is open in another program. Close it there first, then the backup can replace it.</source>
        <translation>«%1» открыт в другой программе. Сначала закройте его там, тогда копия сможет его заменить.</translation>
    </message>
    <message>
        <source>the backup could not be copied</source>
        <translation>резервную копию не удалось скопировать</translation>
    </message>
    <message>
        <source>the current file could not be moved aside</source>
        <translation>нынешний файл не удалось отложить</translation>
    </message>
    <message>
        <source>This does not belong in the file: %1.</source>
        <translation>В файле есть лишнее: %1.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing, and without it no file can be opened. Install it: on Debian and Ubuntu the package libqt6sql6-sqlite.</source>
        <translation>Не хватает драйвера Qt для SQLite, без него нельзя открыть ни одного файла. Установите его: в Debian и Ubuntu это пакет libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The file contains something that does not belong in a Kartoteka file: %1. It was not opened, and nothing in it was run.</source>
        <translation>В файле есть то, чего не бывает в файле Картотеки: %1. Он не открыт, и ничто в нём не выполнялось.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>“%1” cannot be copied: %2</source>
        <translation>«%1» не удаётся скопировать: %2</translation>
    </message>
    <message>
        <source>“%1” keeps changing on another computer. Try again in a minute.</source>
        <translation>«%1» постоянно меняется на другом компьютере. Попробуйте через минуту.</translation>
    </message>
    <message>
        <source>“%1” is read-only or on a read-only disk: you can view it but not change it.</source>
        <translation>«%1» помечен «только чтение» или лежит на носителе только для чтения: его можно смотреть, но не менять.</translation>
    </message>
    <message>
        <source>The folder of “%1” is write-protected, and the change log is kept in it: you can view the file but not change it.</source>
        <translation>В папку файла «%1» нельзя записывать, а журнал изменений хранится в ней: файл можно смотреть, но не менять.</translation>
    </message>
    <message>
        <source>The disk is full: you can view “%1” but not change it until there is free space.</source>
        <translation>Диск заполнен: пока не появится место, «%1» можно смотреть, но не менять.</translation>
    </message>
    <message>
        <source>“%1” is a folder or a device, not a file.</source>
        <translation>«%1» — папка или устройство, а не файл.</translation>
    </message>
    <message>
        <source>“%1” is open on another computer: %2. This is a read-only copy from %3.</source>
        <translation>«%1» открыт на другом компьютере: %2. Это копия на %3, только для чтения.</translation>
    </message>
    <message>
        <source>“%1” is already open: %2. You can view it here, and change it once it is closed there.</source>
        <translation>«%1» уже открыт: %2. Здесь его можно смотреть, а менять — когда его закроют там.</translation>
    </message>
    <message>
        <source>“%1” was last used with an older version of Kartoteka and has to be updated first, which is not possible here. %2</source>
        <translation>«%1» последний раз открывали в более старой Картотеке; его нужно сначала обновить, а здесь это невозможно. %2</translation>
    </message>
    <message>
        <source>%1, command line</source>
        <comment>person</comment>
        <translation>%1, командная строка</translation>
    </message>
    <message>
        <source>%1 (%2), since %3</source>
        <comment>person, computer, time</comment>
        <translation>%1 (%2), с %3</translation>
    </message>
    <message>
        <source>the trigger “%1”</source>
        <translation>триггер «%1»</translation>
    </message>
    <message>
        <source>the view “%1”</source>
        <translation>представление «%1»</translation>
    </message>
    <message>
        <source>the name “%1”</source>
        <translation>имя «%1»</translation>
    </message>
    <message>
        <source>the index “%1”</source>
        <translation>индекс «%1»</translation>
    </message>
    <message>
        <source>the table “%1”</source>
        <translation>таблица «%1»</translation>
    </message>
    <message>
        <source>a name of %1 characters</source>
        <translation>имя длиной %1 знаков</translation>
    </message>
    <message>
        <source>no tables of Kartoteka</source>
        <translation>нет таблиц Картотеки</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>«%1» — папка, а не файл.</translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file.</source>
        <translation>«%1» — устройство или канал, а не файл.</translation>
    </message>
    <message>
        <source>“%1” is the open database. It cannot be read as another file while it is open.</source>
        <translation>«%1» — это открытая база. Пока она открыта, читать её как другой файл нельзя.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads to itself.</source>
        <translation>«%1» — ссылка, которая ведёт на саму себя.</translation>
    </message>
    <message>
        <source>“%1” is the database itself or one of its companion files. Choose another name.</source>
        <translation>«%1» — это сама база или её служебный файл. Выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Нет папки «%1».</translation>
    </message>
    <message>
        <source>“%1” is reserved for a companion file of a database. Choose another name.</source>
        <translation>Имя «%1» занято под служебный файл базы. Выберите другое.</translation>
    </message>
    <message>
        <source>“%1” is a folder, a device or a pipe: only a file can be written.</source>
        <translation>«%1» — папка, устройство или канал, а писать можно только в файл.</translation>
    </message>
    <message>
        <source>“%1” is the file being read. Choose another name.</source>
        <translation>«%1» — это файл, который сейчас читается. Выберите другое имя.</translation>
    </message>
    <message>
        <source>“%1” is a database and will not be overwritten. Choose another name.</source>
        <translation>«%1» — база данных, она не будет перезаписана. Выберите другое имя.</translation>
    </message>
    <message>
        <source>“%1” is a file of another kind and will not be overwritten. Choose another name.</source>
        <translation>«%1» — файл другого типа, он не будет перезаписан. Выберите другое имя.</translation>
    </message>
    <message>
        <source>The disk is full: “%1” cannot be written.</source>
        <translation>Диск заполнен: «%1» не записать.</translation>
    </message>
    <message>
        <source>“%1” cannot be created: %2</source>
        <translation>Не удалось создать «%1»: %2</translation>
    </message>
    <message>
        <source>it could not be written to disk</source>
        <translation>не удалось записать его на диск</translation>
    </message>
    <message>
        <source>it is a device or a pipe</source>
        <translation>это устройство или канал</translation>
    </message>
    <message>
        <source>it could not be renamed</source>
        <translation>не удалось его переименовать</translation>
    </message>
    <message>
        <source>“%1” is no longer there: it was deleted, moved or renamed while it was open.</source>
        <translation>Файла «%1» больше нет: его удалили, перенесли или переименовали, пока он был открыт.</translation>
    </message>
    <message>
        <source>“%1” was replaced by another file while it was open.</source>
        <translation>Файл «%1» заменили другим, пока он был открыт.</translation>
    </message>
    <message>
        <source>The log of “%1” was removed while the file was open.</source>
        <translation>Журнал файла «%1» убрали, пока файл был открыт.</translation>
    </message>
    <message>
        <source>Nothing more is written to it.</source>
        <translation>Больше в него ничего не пишется.</translation>
    </message>
    <message>
        <source>What was changed in the last seconds could not be saved.</source>
        <translation>То, что изменили в последние секунды, сохранить не удалось.</translation>
    </message>
    <message>
        <source>Everything that was open here is kept in “%1”.</source>
        <translation>Всё, что было открыто здесь, сохранено в «%1».</translation>
    </message>
    <message>
        <source>Another program keeps writing to the file: %1. Nothing was changed; try again when it has finished.</source>
        <translation>В файл всё время пишет другая программа: %1. Ничего не изменено; попробуйте, когда она закончит.</translation>
    </message>
    <message>
        <source>Another program on this computer keeps writing to the file. Nothing was changed; try again when it has finished.</source>
        <translation>В файл всё время пишет другая программа на этом компьютере. Ничего не изменено; попробуйте, когда она закончит.</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Файл открывается</translation>
    </message>
    <message>
        <source>“%1” is open on another computer. A copy is being made to view here.</source>
        <translation>«%1» открыт на другом компьютере. Создаётся его копия для чтения здесь.</translation>
    </message>
    <message>
        <source>Updating the file</source>
        <translation>Файл обновляется</translation>
    </message>
    <message>
        <source>“%1” was last used with an older version of Kartoteka. It is being updated, once; a large file may take a minute. A copy of the old file is kept next to it.</source>
        <translation>«%1» последний раз открывали в более старой Картотеке. Он обновляется, один раз; большой файл может занять минуту. Копия прежнего файла остаётся рядом.</translation>
    </message>
    <message>
        <source>Saving the copy…</source>
        <translation>Сохраняется копия…</translation>
    </message>
    <message>
        <source>Writing the new tables…</source>
        <translation>Записываются новые таблицы…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Отменить</translation>
    </message>
    <message numerus="yes">
        <source>“%1” was interrupted when the program closed; its %n change(s) were undone.</source>
        <translation>
            <numerusform>Действие «%1» прервалось вместе с программой; отменено %n изменение.</numerusform>
            <numerusform>Действие «%1» прервалось вместе с программой; отменены %n изменения.</numerusform>
            <numerusform>Действие «%1» прервалось вместе с программой; отменено %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name “%1” contains bytes that are not text. Rename the file.</source>
        <translation>В имени «%1» есть байты, которые не текст. Переименуйте файл.</translation>
    </message>
    <message>
        <source>What was to be said could not be written.</source>
        <translation>Ответ не удалось записать.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>due soon or overdue</source>
        <translation>пора или просрочено</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and its change</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Reopened: %1</source>
        <translation>Возобновлено: %1</translation>
    </message>
    <message>
        <source>Activity deleted: %1</source>
        <translation>Дело удалено: %1</translation>
    </message>
    <message>
        <source>Rescheduled: %1</source>
        <translation>Срок перенесён: %1</translation>
    </message>
    <message>
        <source>Activity changed: %1</source>
        <translation>Дело изменено: %1</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Imported from a file</source>
        <translation>Импортировано из файла</translation>
    </message>
    <message>
        <source>Created by conversion</source>
        <translation>Создано при конвертации</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>От: %1</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Конвертировано</translation>
    </message>
    <message>
        <source>Stage changed</source>
        <translation>Стадия изменена</translation>
    </message>
    <message>
        <source>%1 in the stage</source>
        <translation>%1 в стадии</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Moved to the recycle bin</source>
        <translation>Перемещено в корзину</translation>
    </message>
    <message>
        <source>Restored from the recycle bin</source>
        <translation>Восстановлено из корзины</translation>
    </message>
    <message>
        <source>Changed in two places at once</source>
        <translation>Изменено в двух местах сразу</translation>
    </message>
    <message>
        <source>Merged into another</source>
        <translation>Объединён с другим</translation>
    </message>
    <message>
        <source>Another was merged into this one</source>
        <translation>С этим объединён другой</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>number of an activity, deadline, title</comment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>Нет пользователя «%1».</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Крайний срок</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>К чему</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>An incoming activity has no deadline: it waits until it is done.</source>
        <translation>У входящего дела нет срока: оно ждёт, пока его не выполнят.</translation>
    </message>
    <message>
        <source>“%1” is not a time to wait: say 1h, 2d or monday.</source>
        <translation>«%1» — не срок отсрочки: напишите 1h, 2d или monday.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Параметра %1 нет.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 не принимает значения.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>Параметру %1 нужно значение.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Кавычка не закрыта.</translation>
    </message>
    <message>
        <source>“%1” is not a command for an open file.</source>
        <translation>«%1» — не команда для открытого файла.</translation>
    </message>
    <message>
        <source>Planned: %1, %2 (No. %3)</source>
        <translation>Запланировано: %1, %2 (№ %3)</translation>
    </message>
    <message>
        <source>Held: %1 (No. %2), %3</source>
        <translation>Придержано: %1 (№ %2), %3</translation>
    </message>
    <message>
        <source>Name an activity by its number, not “%1”.</source>
        <translation>Назовите дело его номером, а не «%1».</translation>
    </message>
    <message>
        <source>The field “%1” is named twice.</source>
        <translation>Поле «%1» названо дважды.</translation>
    </message>
    <message>
        <source>--sort is FIELD, FIELD:asc or FIELD:desc.</source>
        <translation>--sort — это FIELD, FIELD:asc или FIELD:desc.</translation>
    </message>
    <message>
        <source>make a new file; with --demo an invented office of N leads</source>
        <translation>создать новый файл; с --demo — вымышленный офис с N лидами</translation>
    </message>
    <message>
        <source>types of items</source>
        <translation>типы карточек</translation>
    </message>
    <message>
        <source>fields of a type</source>
        <translation>поля типа</translation>
    </message>
    <message>
        <source>stages of a type with their items</source>
        <translation>стадии типа и сколько на них карточек</translation>
    </message>
    <message>
        <source>items that answer all conditions</source>
        <translation>карточки, отвечающие всем условиям</translation>
    </message>
    <message>
        <source>how many, and their sums</source>
        <translation>сколько их и на какую сумму</translation>
    </message>
    <message>
        <source>make an item; a field of several values may be given several times</source>
        <translation>создать карточку; поле с несколькими значениями можно назвать несколько раз</translation>
    </message>
    <message>
        <source>move to a stage</source>
        <translation>перевести на стадию</translation>
    </message>
    <message>
        <source>make other items of it</source>
        <translation>создать из неё другие карточки</translation>
    </message>
    <message>
        <source>into the recycle bin</source>
        <translation>в корзину</translation>
    </message>
    <message>
        <source>out of the recycle bin</source>
        <translation>из корзины</translation>
    </message>
    <message>
        <source>what is attached</source>
        <translation>что приложено</translation>
    </message>
    <message>
        <source>write an attached file to disk</source>
        <translation>записать приложенный файл на диск</translation>
    </message>
    <message>
        <source>take back the last acts</source>
        <translation>отменить последние действия</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>вернуть отменённое</translation>
    </message>
    <message>
        <source>activities of all items, planned and done</source>
        <translation>дела всех карточек, запланированные и выполненные</translation>
    </message>
    <message>
        <source>change fields of an activity</source>
        <translation>изменить поля дела</translation>
    </message>
    <message>
        <source>give it another deadline</source>
        <translation>назначить другой срок</translation>
    </message>
    <message>
        <source>put it off, by an hour unless told otherwise</source>
        <translation>отложить — на час, если не сказано иначе</translation>
    </message>
    <message>
        <source>complete an activity</source>
        <translation>выполнить дело</translation>
    </message>
    <message>
        <source>it was not done after all</source>
        <translation>всё-таки не выполнено</translation>
    </message>
    <message>
        <source>delete an activity</source>
        <translation>удалить дело</translation>
    </message>
    <message>
        <source>read items from a file</source>
        <translation>прочитать карточки из файла</translation>
    </message>
    <message>
        <source>write items to a file</source>
        <translation>записать карточки в файл</translation>
    </message>
    <message>
        <source>whether the file is sound</source>
        <translation>цел ли файл</translation>
    </message>
    <message>
        <source>a copy of the file as it is now</source>
        <translation>копия файла, каков он сейчас</translation>
    </message>
    <message>
        <source>write what another seat lacks</source>
        <translation>записать то, чего не хватает другому рабочему месту</translation>
    </message>
    <message>
        <source>take in what another seat wrote</source>
        <translation>принять записанное другим рабочим местом</translation>
    </message>
    <message>
        <source>seats, files that wait, open conflicts</source>
        <translation>рабочие места, ждущие файлы, открытые конфликты</translation>
    </message>
    <message>
        <source>the seats of the office</source>
        <translation>рабочие места офиса</translation>
    </message>
    <message>
        <source>what two seats changed at once</source>
        <translation>что два места изменили одновременно</translation>
    </message>
    <message>
        <source>settle a conflict</source>
        <translation>разрешить конфликт</translation>
    </message>
    <message>
        <source>Say what to do; kartoteka-cli --help tells the commands.</source>
        <translation>Укажите, что сделать; команды перечислит kartoteka-cli --help.</translation>
    </message>
    <message>
        <source>There is no command “%1”; kartoteka-cli --help tells them.</source>
        <translation>Нет команды «%1»; их перечислит kartoteka-cli --help.</translation>
    </message>
    <message>
        <source>“%1” takes no option %2. Use: %3</source>
        <translation>«%1» не принимает %2. Пишите так: %3</translation>
    </message>
    <message>
        <source>--lang is ru or en.</source>
        <translation>--lang — это ru или en.</translation>
    </message>
    <message>
        <source>Something is missing. Use: %1</source>
        <translation>Чего-то не хватает. Пишите так: %1</translation>
    </message>
    <message>
        <source>“%1” is too much. Use: %2</source>
        <translation>«%1» — лишнее. Пишите так: %2</translation>
    </message>
    <message>
        <source>it is no such file, or only a part of one</source>
        <translation>это не такой файл или только его часть</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>его не прочитать</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>не хватает памяти</translation>
    </message>
    <message>
        <source>error %1 of the archive</source>
        <translation>ошибка архива %1</translation>
    </message>
    <message>
        <source>%1: the amount is too large.</source>
        <translation>%1: сумма слишком велика.</translation>
    </message>
    <message>
        <source>%1: it must be between 0 and 100.</source>
        <translation>%1: должно быть от 0 до 100.</translation>
    </message>
    <message>
        <source>between 0 and 100</source>
        <translation>число от 0 до 100</translation>
    </message>
    <message>
        <source>%1: fill in the field %2.</source>
        <translation>%1: заполните поле %2.</translation>
    </message>
    <message>
        <source>%1: fill in the fields %2.</source>
        <translation>%1: заполните поля %2.</translation>
    </message>
    <message>
        <source>The sum of a stage would be too large to be counted.</source>
        <translation>Сумма стадии стала бы слишком большой, чтобы её посчитать.</translation>
    </message>
    <message>
        <source>Dates in both orders: the day comes first in row %1, the month in row %2. Ambiguous dates were skipped.</source>
        <translation>Даты двух видов: в строке %1 первым стоит день, в строке %2 — месяц. Неоднозначные даты пропущены.</translation>
    </message>
    <message>
        <source>The file does not show whether day or month comes first: the month was assumed.</source>
        <translation>По файлу не видно, что стоит первым, день или месяц: взят месяц.</translation>
    </message>
    <message>
        <source>The file does not show whether day or month comes first: the day was assumed.</source>
        <translation>По файлу не видно, что стоит первым, день или месяц: взят день.</translation>
    </message>
    <message>
        <source>Years of two digits were read as %1 to %2.</source>
        <translation>Годы из двух цифр прочитаны как %1–%2.</translation>
    </message>
    <message>
        <source>The text was read as %1.</source>
        <translation>Текст прочитан в кодировке %1.</translation>
    </message>
    <message>
        <source>The text was read as %1; it may be %2.</source>
        <translation>Текст прочитан в кодировке %1; возможно, это %2.</translation>
    </message>
    <message>
        <source>Skipped, above the header: %1</source>
        <translation>Пропущено, стоит над заголовком: %1</translation>
    </message>
    <message>
        <source>The column is not imported.</source>
        <translation>Столбец не импортируется.</translation>
    </message>
    <message>
        <source>The line is too long: a value may have a megabyte at most.</source>
        <translation>Строка слишком длинная: в значении может быть не больше мегабайта.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save the sheet as CSV.</source>
        <translation>Откройте его в программе таблиц и сохраните лист как CSV.</translation>
    </message>
    <message>
        <source>It is a workbook or document of an office program (XLSX, DOCX).</source>
        <translation>Это книга или документ офисной программы (XLSX, DOCX).</translation>
    </message>
    <message>
        <source>It is an OpenDocument file (ODS, ODT).</source>
        <translation>Это файл OpenDocument (ODS, ODT).</translation>
    </message>
    <message>
        <source>It is a zip archive. Unpack it and choose the table inside.</source>
        <translation>Это архив zip. Распакуйте его и выберите таблицу внутри.</translation>
    </message>
    <message>
        <source>It is a workbook or document of an old office program (XLS, DOC).</source>
        <translation>Это книга или документ старой офисной программы (XLS, DOC).</translation>
    </message>
    <message>
        <source>It is a database. A file of Kartoteka is opened, not imported.</source>
        <translation>Это база данных. Файл Картотеки открывают, а не импортируют.</translation>
    </message>
    <message>
        <source>It is a PDF document. Tables cannot be read out of it.</source>
        <translation>Это документ PDF. Таблицы из него прочитать нельзя.</translation>
    </message>
    <message>
        <source>It is a picture. Tables cannot be read out of it.</source>
        <translation>Это картинка. Таблицы из неё прочитать нельзя.</translation>
    </message>
    <message>
        <source>It is an archive. Unpack it and choose the table inside.</source>
        <translation>Это архив. Распакуйте его и выберите таблицу внутри.</translation>
    </message>
    <message>
        <source>It contains business cards (vCard). Export the contacts as CSV and import that.</source>
        <translation>В нём визитные карточки (vCard). Выгрузите контакты как CSV и импортируйте их.</translation>
    </message>
    <message>
        <source>It is a calendar (iCalendar). People and deals are imported from CSV.</source>
        <translation>Это календарь (iCalendar). Люди и сделки импортируются из CSV.</translation>
    </message>
    <message>
        <source>It is a web page, though spreadsheets may open it.</source>
        <translation>Это веб-страница, хотя программы таблиц её и открывают.</translation>
    </message>
    <message>
        <source>It is XML, not a table of text.</source>
        <translation>Это XML, а не текстовая таблица.</translation>
    </message>
    <message>
        <source>It is a text document (RTF), not a table.</source>
        <translation>Это текстовый документ (RTF), а не таблица.</translation>
    </message>
    <message>
        <source>It is JSON, not a table of text. Export the data as CSV.</source>
        <translation>Это JSON, а не текстовая таблица. Выгрузите данные как CSV.</translation>
    </message>
    <message>
        <source>It does not contain text.</source>
        <translation>В нём не текст.</translation>
    </message>
    <message>
        <source>“%1” is not a CSV file. %2</source>
        <translation>«%1» — не файл CSV. %2</translation>
    </message>
    <message>
        <source>The field “%1” is filled from another column.</source>
        <translation>Поле «%1» заполняется из другого столбца.</translation>
    </message>
    <message>
        <source>Its values do not fit the field “%1”.</source>
        <translation>Его значения не подходят полю «%1».</translation>
    </message>
    <message>
        <source>The address is taken from other columns.</source>
        <translation>Адрес взят из других столбцов.</translation>
    </message>
    <message>
        <source>The name is taken from other columns.</source>
        <translation>Имя взято из других столбцов.</translation>
    </message>
    <message>
        <source>It repeats the names.</source>
        <translation>Он повторяет имена.</translation>
    </message>
    <message>
        <source>Numbers are assigned anew.</source>
        <translation>Номера даются заново.</translation>
    </message>
    <message>
        <source>It is an ID from another program.</source>
        <translation>Это идентификатор из другой программы.</translation>
    </message>
    <message>
        <source>No field has this name.</source>
        <translation>Поля с таким названием нет.</translation>
    </message>
    <message>
        <source>Files do not travel in CSV.</source>
        <translation>Файлы в CSV не передаются.</translation>
    </message>
    <message>
        <source>The encoding of “%1” is not clear%2. Name it, or save the file as UTF-8.</source>
        <translation>Кодировка «%1» не ясна%2. Назовите её или сохраните файл в UTF-8.</translation>
    </message>
    <message>
        <source>“%1”, line %2: %3</source>
        <translation>«%1», строка %2: %3</translation>
    </message>
    <message>
        <source>None of its values goes into a field.</source>
        <translation>Ни одно её значение не попадает в поле.</translation>
    </message>
    <message>
        <source>Skipped: row %1 has the same %2.</source>
        <translation>Пропущена: в строке %1 то же самое: %2.</translation>
    </message>
    <message>
        <source>Skipped: no. %1 “%2” has the same %3.</source>
        <translation>Пропущена: у № %1 «%2» то же самое: %3.</translation>
    </message>
    <message>
        <source>It belongs to another table, which begins in row %1. Import that as a file of its own.</source>
        <translation>Она из другой таблицы, которая начинается в строке %1. Импортируйте её отдельным файлом.</translation>
    </message>
    <message>
        <source>It is a row of totals.</source>
        <translation>Это строка итогов.</translation>
    </message>
    <message>
        <source>It repeats the header.</source>
        <translation>Это повтор заголовка.</translation>
    </message>
    <message>
        <source>Skipped: its stage is not a final one.</source>
        <translation>Пропущено: стадия не конечная.</translation>
    </message>
    <message>
        <source>It adds nothing new.</source>
        <translation>Она не добавляет ничего нового.</translation>
    </message>
    <message>
        <source>No column goes into a field. The file has %1. Give its columns the names of fields.</source>
        <translation>Ни один столбец не попадает в поле. В файле есть %1. Назовите столбцы именами полей.</translation>
    </message>
    <message>
        <source>A link to any type cannot be read from a file.</source>
        <translation>Связь с любым типом из файла прочитать нельзя.</translation>
    </message>
    <message>
        <source>There are several called “%1” (%2): left empty.</source>
        <translation>С названием «%1» есть несколько (%2): оставлено пустым.</translation>
    </message>
    <message>
        <source>There are several called “%1”: left empty.</source>
        <translation>С названием «%1» есть несколько: оставлено пустым.</translation>
    </message>
    <message>
        <source>There is no user “%1”: left empty.</source>
        <translation>Нет пользователя «%1»: оставлено пустым.</translation>
    </message>
    <message>
        <source>The list has no value “%1”: left empty.</source>
        <translation>В списке нет значения «%1»: оставлено пустым.</translation>
    </message>
    <message>
        <source>There is no pipeline “%1”: the default one was used.</source>
        <translation>Нет воронки «%1»: взята основная.</translation>
    </message>
    <message>
        <source>“%1” was read as the stage “%2”.</source>
        <translation>«%1» прочитано как стадия «%2».</translation>
    </message>
    <message>
        <source>There is no stage “%1”: the first one was used.</source>
        <translation>Нет стадии «%1»: взята первая.</translation>
    </message>
    <message>
        <source>“%1” was rounded by a spreadsheet: skipped.</source>
        <translation>«%1» округлено программой таблиц: пропущено.</translation>
    </message>
    <message>
        <source>“%1” is not %2: skipped.</source>
        <translation>«%1» — не %2: пропущено.</translation>
    </message>
    <message>
        <source>“%1” may be day or month first: the column holds dates of both kinds.</source>
        <translation>«%1» можно прочесть и с дня, и с месяца: в столбце даты обоих видов.</translation>
    </message>
    <message>
        <source>“%1” may mean thousands or decimals: the column does not show which.</source>
        <translation>«%1» — тысячи или дробь: по столбцу не видно.</translation>
    </message>
    <message>
        <source>Characters that are not text were skipped.</source>
        <translation>Знаки, которых в тексте не бывает, пропущены.</translation>
    </message>
    <message>
        <source>“%1” names several people: all were used.</source>
        <translation>«%1» — несколько человек: взят каждый.</translation>
    </message>
    <message>
        <source>  … and %1 more; --errors FILE writes all of them.</source>
        <translation>  … и ещё %1; --errors ФАЙЛ запишет все.</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. Known are %2.</source>
        <translation>Нет кодировки «%1». Известны %2.</translation>
    </message>
    <message>
        <source>--delimiter is one sign, or “tab”.</source>
        <translation>--delimiter — один знак или «tab».</translation>
    </message>
    <message>
        <source>--dates is dmy or mdy.</source>
        <translation>--dates — это dmy или mdy.</translation>
    </message>
    <message>
        <source>There is no pipeline “%1”.</source>
        <translation>Нет воронки «%1».</translation>
    </message>
    <message>
        <source>Known already: %1. Choose with --contact ID or --company ID, or make new ones with --new.</source>
        <translation>Уже есть: %1. Выберите ключом --contact ID или --company ID либо создайте новые ключом --new.</translation>
    </message>
    <message>
        <source>Give these fields as FIELD=VALUE: %1.</source>
        <translation>Задайте эти поля как ПОЛЕ=ЗНАЧЕНИЕ: %1.</translation>
    </message>
    <message>
        <source>The passphrase is too short: use several words, at least %1 characters.</source>
        <translation>Парольная фраза слишком короткая: возьмите несколько слов, не меньше %1 знаков.</translation>
    </message>
    <message>
        <source>it is not signed.</source>
        <translation>он не подписан.</translation>
    </message>
    <message>
        <source>The exchange folder waits for its passphrase.</source>
        <translation>Папка обмена ждёт парольную фразу.</translation>
    </message>
    <message>
        <source>%1 is not encrypted: with a passphrase, the folder takes encrypted files only.</source>
        <translation>%1 не зашифрован: с парольной фразой папка берёт только зашифрованные файлы.</translation>
    </message>
    <message>
        <source>it names a seat that cannot be.</source>
        <translation>он называет рабочее место, которого быть не может.</translation>
    </message>
    <message>
        <source>The file was made by an older Kartoteka (%1) and is not signed, so it is not read. Ask them to update the program and write the file again. Nothing was changed.</source>
        <translation>Файл сделан более старой Картотекой (%1) и не подписан, поэтому не читается. Пусть там обновят программу и запишут файл заново. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The seat %1 was retired here. Read its file only if you know where it comes from. Nothing was changed.</source>
        <translation>Рабочее место %1 закрыто здесь. Читайте его файл, только если знаете, откуда он. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Nobody here knows who wrote this file; it says “%1”. Read it only if you know who it is from. Nothing was changed.</source>
        <translation>Кто написал этот файл, здесь не знают; в нём сказано «%1». Читайте его, только если знаете, от кого он. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Two copies of one database were written to under the name of %1, and this file builds on the other one. Nothing is lost: write a file for %2, and the answer brings both together. Nothing was changed.</source>
        <translation>В две копии одной базы писали под одним именем (%1), и этот файл продолжает другую. Ничего не потеряно: запишите файл для «%2», и ответ сведёт обе вместе. Ничего не изменено.</translation>
    </message>
    <message numerus="yes">
        <source>A clock behind this file (%1) is %n day(s) ahead of this computer&apos;s. Set the clocks right; or read the file all the same: what that clock wrote counts as written now. Nothing was changed.</source>
        <translation>
            <numerusform>Часы за этим файлом (%1) спешат на %n день против часов этого компьютера. Поправьте часы или прочитайте файл всё равно: написанное по тем часам считается написанным сейчас. Ничего не изменено.</numerusform>
            <numerusform>Часы за этим файлом (%1) спешат на %n дня против часов этого компьютера. Поправьте часы или прочитайте файл всё равно: написанное по тем часам считается написанным сейчас. Ничего не изменено.</numerusform>
            <numerusform>Часы за этим файлом (%1) спешат на %n дней против часов этого компьютера. Поправьте часы или прочитайте файл всё равно: написанное по тем часам считается написанным сейчас. Ничего не изменено.</numerusform>
        </translation>
    </message>
    <message>
        <source>The seat %1 was retired here.</source>
        <translation>Рабочее место %1 закрыто здесь.</translation>
    </message>
    <message>
        <source>Nobody here knows who wrote this file; it says “%1”.</source>
        <translation>Кто написал этот файл, здесь не знают; в нём сказано «%1».</translation>
    </message>
    <message>
        <source>Another copy of this file was changed under the same name. This one continues as a separate seat, %1: numbers of items created here begin with %1. Nothing was lost.</source>
        <translation>Другую копию этого файла меняли под тем же именем. Эта продолжает работу как отдельное рабочее место %1: номера того, что создано здесь, начинаются с %1. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Another copy of this file was changed under the same name. This one continues under a new identity. Nothing was lost.</source>
        <translation>Другую копию этого файла меняли под тем же именем. Эта продолжает работу под новым именем. Ничего не потеряно.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) cannot be applied and were set aside; they are tried again at every reading.</source>
        <translation>
            <numerusform>%n изменение применить нельзя, оно отложено; при каждом чтении оно пробуется снова.</numerusform>
            <numerusform>%n изменения применить нельзя, они отложены; при каждом чтении они пробуются снова.</numerusform>
            <numerusform>%n изменений применить нельзя, они отложены; при каждом чтении они пробуются снова.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of a clock that is far ahead count as written now.</source>
        <translation>
            <numerusform>%n изменение по сильно спешащим часам считается написанным сейчас.</numerusform>
            <numerusform>%n изменения по сильно спешащим часам считаются написанными сейчас.</numerusform>
            <numerusform>%n изменений по сильно спешащим часам считаются написанными сейчас.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two copies of one database were changed under the name of %1. The changes of both are here; those of the second one are now under %2, and it will continue so when it reads your next file.</source>
        <translation>В две копии одной базы писали под именем %1. Изменения обеих здесь; вторая теперь называется %2 и продолжит под этим именем, когда прочитает ваш следующий файл.</translation>
    </message>
    <message>
        <source>The changes of %1 in this file are not those that it signed. No file was written. Restore a backup.</source>
        <translation>Изменения «%1» в этом файле не те, что там подписаны. Файл не записан. Восстановите резервную копию.</translation>
    </message>
    <message>
        <source>Not enough disk space for a temporary file next to “%1”: %2</source>
        <translation>Рядом с «%1» не хватает места для временного файла: %2</translation>
    </message>
    <message>
        <source>This file cannot retire itself.</source>
        <translation>Этот файл не может закрыть сам себя.</translation>
    </message>
    <message>
        <source>it is not what its sender signed.</source>
        <translation>это не то, что подписал отправитель.</translation>
    </message>
    <message>
        <source>it holds changes of %1 that %1 has not signed.</source>
        <translation>в нём изменения «%1», которые «%1» не подписывал.</translation>
    </message>
    <message>
        <source>The journal has gaps. Run a check of the file.</source>
        <translation>В журнале пропуски. Проверьте файл.</translation>
    </message>
    <message>
        <source>There is no such seat.</source>
        <translation>Такого рабочего места нет.</translation>
    </message>
    <message>
        <source>it holds changes that their seat has not signed.</source>
        <translation>в нём изменения, которых их рабочее место не подписывало.</translation>
    </message>
    <message>
        <source>number %1 is another change here.</source>
        <translation>под номером %1 здесь другое изменение.</translation>
    </message>
    <message>
        <source>it changes a record that is not here.</source>
        <translation>изменяет запись, которой здесь нет.</translation>
    </message>
    <message>
        <source>“%1” holds what cannot be there.</source>
        <translation>в «%1» стоит то, чего там быть не может.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>нет «%1».</translation>
    </message>
    <message>
        <source>this part of a definition cannot be changed.</source>
        <translation>эту часть определения изменить нельзя.</translation>
    </message>
    <message>
        <source>the type has too many fields.</source>
        <translation>у типа слишком много полей.</translation>
    </message>
    <message>
        <source>the contents of the attached file did not come with it.</source>
        <translation>содержимое вложения с ним не пришло.</translation>
    </message>
    <message>
        <source>“%1” is longer or greater than a value may be.</source>
        <translation>«%1»: значение длиннее или больше допустимого.</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Парольная фраза:</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>Set aside: %1 of %2, %3: %4</source>
        <translation>Отложено: %1, %2, %3: %4</translation>
    </message>
    <message>
        <source>%1 is retired: its later files wait for your decision.</source>
        <translation>%1 закрыто: его новые файлы ждут вашего решения.</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>Ещё раз:</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase at.</source>
        <translation>Нет терминала, чтобы спросить парольную фразу.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Фразы не совпадают.</translation>
    </message>
    <message>
        <source>Others on this computer can read a passphrase on the command line. Give it by --ask-passphrase, --passphrase-file or the variable KARTOTEKA_PASSPHRASE.</source>
        <translation>Парольную фразу в командной строке видят другие на этом компьютере. Передайте её через --ask-passphrase, --passphrase-file или переменную KARTOTEKA_PASSPHRASE.</translation>
    </message>
    <message>
        <source>the seat is retired: its later files wait for your decision</source>
        <translation>рабочее место закрыто: его новые файлы ждут вашего решения</translation>
    </message>
    <message>
        <source>the folder takes no more files</source>
        <translation>в папку больше ничего не записать</translation>
    </message>
    <message>
        <source>%1 items bear a number twice.</source>
        <translation>Номер повторяется у карточек: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It had made %Ln change(s).</source>
        <translation>
            <numerusform>Записано %Ln изменение.</numerusform>
            <numerusform>Записано %Ln изменения.</numerusform>
            <numerusform>Записано %Ln изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 counters differ from the activities.</source>
        <translation>Счётчики расходятся с делами: %1.</translation>
    </message>
    <message>
        <source>%1 entries of shared activities are missing from the histories of their items, or too many.</source>
        <translation>Записи общих дел в историях карточек — лишние или недостающие: %1.</translation>
    </message>
    <message>
        <source>This field no longer exists.</source>
        <translation>Этого поля больше нет.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>На этой неделе</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>След. неделя</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>A card cannot be dragged to Overdue. Choose an earlier date on the card.</source>
        <translation>Перетащить в просроченные нельзя. Выберите более раннюю дату в карточке.</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>ЗНАЧЕНИЕ</translation>
    </message>
    <message>
        <source>The stage requires: %1. Give it behind the stage: %2</source>
        <translation>Стадия требует: %1. Укажите после стадии: %2</translation>
    </message>
    <message>
        <source>There is no setting “%1”.</source>
        <translation>Нет настройки «%1».</translation>
    </message>
    <message>
        <source>The setting “%1” is named twice.</source>
        <translation>Настройка «%1» названа дважды.</translation>
    </message>
    <message>
        <source>“%1” cannot be %2: %3</source>
        <translation>Настройка «%1» не может быть «%2»: %3</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>used in answers to scripts</source>
        <translation>на котором отвечают скриптам</translation>
    </message>
    <message>
        <source>Country of phones</source>
        <translation>Страна телефонов</translation>
    </message>
    <message>
        <source>for numbers without a country code</source>
        <translation>для номеров без кода страны</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>Первый день недели</translation>
    </message>
    <message>
        <source>there is no such currency.</source>
        <translation>такой валюты нет.</translation>
    </message>
    <message>
        <source>say the two letters of a country, for example RU.</source>
        <translation>укажите две буквы страны, например RU.</translation>
    </message>
    <message>
        <source>say a day of the week, or 1 (Monday) to 7.</source>
        <translation>укажите день недели или число от 1 (понедельник) до 7.</translation>
    </message>
    <message>
        <source>as in the person&apos;s country</source>
        <translation>как в стране пользователя</translation>
    </message>
    <message>
        <source>The client is already known</source>
        <translation>Клиент уже известен</translation>
    </message>
    <message>
        <source>%1, by phone</source>
        <comment>type and title of a client</comment>
        <translation>%1, по телефону</translation>
    </message>
    <message>
        <source>%1, by e-mail</source>
        <comment>type and title of a client</comment>
        <translation>%1, по e-mail</translation>
    </message>
    <message>
        <source>%1, by phone and e-mail</source>
        <comment>type and title of a client</comment>
        <translation>%1, по телефону и e-mail</translation>
    </message>
    <message>
        <source>%1, named by hand</source>
        <comment>type and title of a client</comment>
        <translation>%1, указано вручную</translation>
    </message>
    <message>
        <source>%1, by phone or e-mail</source>
        <comment>type and title of a client</comment>
        <translation>%1, по телефону или e-mail</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 указано дважды.</translation>
    </message>
    <message>
        <source>Expected CODE=VALUE, not “%1”.</source>
        <translation>Ожидалось КОД=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Что это</translation>
    </message>
    <message>
        <source>“%1” holds files, which are attached and not imported: left empty.</source>
        <translation>В поле «%1» лежат файлы: их прикладывают, а не загружают из таблицы; оставлено пустым.</translation>
    </message>
    <message>
        <source>“%1” is not a field that holds files.</source>
        <translation>«%1» — не поле для файлов.</translation>
    </message>
    <message>
        <source>attach a file, or put it into a field that holds files</source>
        <translation>приложить файл или положить его в поле для файлов</translation>
    </message>
    <message>
        <source>%1 holds a file, which is attached and not typed in.</source>
        <translation>В поле «%1» лежит файл: его прикладывают, а не вписывают.</translation>
    </message>
    <message>
        <source>%1 visits of stages differ from the history of the items.</source>
        <translation>Посещений стадий, которые расходятся с историей: %1.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Next activity</source>
        <translation>Следующее дело</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Сохранить изменения в «%1»?</translation>
    </message>
    <message>
        <source>This card has unsaved changes.</source>
        <translation>На карточке есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Is “%1” a copy, or was it moved here?</source>
        <translation>«%1» — это копия или файл перенесли сюда?</translation>
    </message>
    <message>
        <source>It was last changed elsewhere: on another computer, or under another account of this one. A copy becomes a separate seat, and you can work with both. If it was moved, stop using the file that it came from. Decide later, and it counts as a copy once you change something.</source>
        <translation>Последний раз его меняли не здесь: на другом компьютере или под другой учётной записью этого. Копия станет отдельным рабочим местом, и работать можно с обеими. Если файл перенесли, прежним файлом больше пользоваться нельзя. Если решить позже, с первым изменением он будет считаться копией.</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <translation>Файл перенесён</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>Это копия</translation>
    </message>
    <message>
        <source>Undo what “%1” had done?</source>
        <translation>Отменить то, что успело сделать действие «%1»?</translation>
    </message>
    <message>
        <source>It began %1 and was interrupted: the program closed before it had finished.</source>
        <translation>Оно началось %1 и прервалось: программа закрылась раньше.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычная</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Компактная</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторная</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>Заменить «%1»?</translation>
    </message>
    <message>
        <source>“%1” already contains a file with this name.</source>
        <translation>В папке «%1» уже есть файл с таким именем.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>You cannot group by “%1”: it holds files.</source>
        <translation>В поле «%1» лежат файлы: по нему не группируют.</translation>
    </message>
    <message>
        <source>New file with demo data</source>
        <translation>Новый файл с примером</translation>
    </message>
    <message>
        <source>Making up a sales office: its people, clients and deals.</source>
        <translation>Создаётся пример отдела продаж: сотрудники, клиенты и сделки.</translation>
    </message>
    <message>
        <source>High contrast, black on white</source>
        <translation>Высокая контрастность, чёрное на белом</translation>
    </message>
    <message>
        <source>High contrast, white on black</source>
        <translation>Высокая контрастность, белое на чёрном</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>не найден</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Графитовый</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Голубой</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Бирюзовый</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Оливковый</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтый</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Коричневый</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовый</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Малиновый</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Пурпурный</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовый</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Индиго</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>%1, dark</source>
        <comment>a colour</comment>
        <translation>%1, тёмный</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Or its value</source>
        <translation>Или его значение</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>“%1” is a folder</source>
        <translation>«%1» — это папка</translation>
    </message>
    <message>
        <source>It is in “%1”. Choose another name.</source>
        <translation>Она лежит в «%1». Выберите другое имя.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field and the link that leads to it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Created: %1. The filter does not show it.</source>
        <translation>Создано: %1. Фильтр его не показывает.</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создано: %1</translation>
    </message>
    <message>
        <source>Only a list can share its values, and only with a list.</source>
        <translation>Делить значения может только список, и только со списком.</translation>
    </message>
    <message>
        <source>Of activities of one&apos;s own, due or incoming ones can be asked for</source>
        <translation>Из своих дел можно запросить просроченные (due) или входящие (incoming)</translation>
    </message>
    <message>
        <source>my own, due soon or overdue</source>
        <translation>мои, скоро срок или просрочены</translation>
    </message>
    <message>
        <source>my own, incoming</source>
        <translation>мои, входящие</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Счётчики</translation>
    </message>
    <message>
        <source>whose counters an activity is counted in</source>
        <translation>в чьих счётчиках учитывается дело</translation>
    </message>
    <message>
        <source>the person responsible for the activity</source>
        <translation>у ответственного за дело</translation>
    </message>
    <message>
        <source>say one of %1.</source>
        <translation>можно: %1.</translation>
    </message>
    <message>
        <source>%1 stages count their planned items wrongly.</source>
        <translation>Стадий, в которых неверно сосчитаны карточки с делами: %1.</translation>
    </message>
    <message>
        <source>Tunnels</source>
        <translation>Туннели</translation>
    </message>
    <message>
        <source>A probability is between 0 and 100.</source>
        <translation>Вероятность — от 0 до 100.</translation>
    </message>
    <message>
        <source>Tunnels lead here: %1. Lead them elsewhere or delete them first.</source>
        <translation>Сюда ведут туннели: %1. Сначала направьте их в другое место или удалите.</translation>
    </message>
    <message numerus="yes">
        <source>The tunnel %1 made nothing: %n item(s) in a row come of one.</source>
        <translation>
            <numerusform>Туннель %1 ничего не создал: из одной карточки подряд получается не больше %n.</numerusform>
            <numerusform>Туннель %1 ничего не создал: из одной карточки подряд получается не больше %n.</numerusform>
            <numerusform>Туннель %1 ничего не создал: из одной карточки подряд получается не больше %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tunnel %1 made nothing: no more than %n item(s) come of one.</source>
        <translation>
            <numerusform>Туннель %1 ничего не создал: из одной карточки получается не больше %n.</numerusform>
            <numerusform>Туннель %1 ничего не создал: из одной карточки получается не больше %n.</numerusform>
            <numerusform>Туннель %1 ничего не создал: из одной карточки получается не больше %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tunnel %1 made nothing: “%2” is empty.</source>
        <translation>Туннель %1 ничего не создал: не заполнено поле «%2».</translation>
    </message>
    <message>
        <source>“%1” → “%2: %3”</source>
        <comment>from where to where a tunnel leads</comment>
        <translation>«%1» → «%2: %3»</translation>
    </message>
    <message>
        <source>The stage “%1” is none of the pipeline “%2”.</source>
        <translation>В воронке «%2» нет стадии «%1».</translation>
    </message>
    <message>
        <source>A tunnel leads to another pipeline.</source>
        <translation>Туннель ведёт в другую воронку.</translation>
    </message>
    <message>
        <source>Created by a tunnel</source>
        <translation>Создано туннелем</translation>
    </message>
    <message>
        <source>A pipeline needs a name.</source>
        <translation>Воронке нужно название.</translation>
    </message>
    <message>
        <source>There is no tunnel from “%1” to “%2”.</source>
        <translation>Туннеля из «%1» в «%2» нет.</translation>
    </message>
    <message>
        <source>add a pipeline with a stage of each group</source>
        <translation>добавить воронку со стадией каждой группы</translation>
    </message>
    <message>
        <source>add a pipeline with the stages and rules of another</source>
        <translation>добавить воронку со стадиями и правилами другой</translation>
    </message>
    <message>
        <source>name and place of a pipeline, and whether it is the default one</source>
        <translation>название и место воронки и основная ли она</translation>
    </message>
    <message>
        <source>delete a pipeline; its items are moved to another one first</source>
        <translation>удалить воронку; её карточки сначала переносятся в другую</translation>
    </message>
    <message>
        <source>an item that reaches the stage makes one in another pipeline</source>
        <translation>карточка, которая пришла в стадию, создаёт карточку в другой воронке</translation>
    </message>
    <message>
        <source>tunnels between pipelines</source>
        <translation>туннели между воронками</translation>
    </message>
    <message>
        <source>delete a tunnel</source>
        <translation>удалить туннель</translation>
    </message>
    <message>
        <source>A colour is written #RRGGBB, not “%1”.</source>
        <translation>Цвет пишется #RRGGBB, а не «%1».</translation>
    </message>
    <message>
        <source>No stage can require the field “%1”.</source>
        <translation>Стадия не может требовать поле «%1».</translation>
    </message>
    <message>
        <source>A stage stays within its group.</source>
        <translation>Стадия остаётся в своей группе.</translation>
    </message>
    <message>
        <source>--group is in_progress or lost.</source>
        <translation>--group — это in_progress или lost.</translation>
    </message>
    <message>
        <source>add a stage to the default pipeline or another</source>
        <translation>добавить стадию в основную воронку или другую</translation>
    </message>
    <message>
        <source>name, colour and place of a stage, what it gives and what it requires</source>
        <translation>название, цвет и место стадии, что она даёт и чего требует</translation>
    </message>
    <message>
        <source>delete a stage; its items are moved to another one first</source>
        <translation>удалить стадию; её карточки сначала переносятся в другую</translation>
    </message>
    <message>
        <source>“%1” has no stages.</source>
        <translation>У типа «%1» нет стадий.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be moved, so nothing was deleted. “%1”: %2</source>
        <translation>
            <numerusform>Не удалось перенести %n карточку, поэтому ничего не удалено. «%1»: %2</numerusform>
            <numerusform>Не удалось перенести %n карточки, поэтому ничего не удалено. «%1»: %2</numerusform>
            <numerusform>Не удалось перенести %n карточек, поэтому ничего не удалено. «%1»: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Items moved: %1</source>
        <translation>Перенесено карточек: %1</translation>
    </message>
    <message>
        <source>The first one</source>
        <comment>stage</comment>
        <translation>Первая</translation>
    </message>
    <message>
        <source>Where should the tunnel lead?</source>
        <translation>Куда ведёт туннель?</translation>
    </message>
    <message>
        <source>An item that reaches the stage creates a linked one there, with its data.</source>
        <translation>Карточка, которая пришла в стадию, создаёт там другую, связанную с ней, с теми же данными.</translation>
    </message>
    <message>
        <source>From the stage</source>
        <translation>Из стадии</translation>
    </message>
    <message>
        <source>To the pipeline</source>
        <translation>В воронку</translation>
    </message>
    <message>
        <source>Stage there</source>
        <translation>Стадия в ней</translation>
    </message>
    <message>
        <source>Which stage of “%1” should the tunnel lead to?</source>
        <translation>В какую стадию воронки «%1» ведёт туннель?</translation>
    </message>
    <message>
        <source>Change the stage</source>
        <translation>Сменить стадию</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>a tunnel</comment>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>“%1” cannot be a code: use lowercase Latin letters, digits and underscores, begin with a letter, at most %2 characters.</source>
        <translation>«%1» не может быть кодом: код состоит из строчных латинских букв, цифр и подчёркиваний, начинается с буквы и не длиннее %2 знаков.</translation>
    </message>
    <message>
        <source>“%1” cannot be a code: the program uses this word itself. Choose another one.</source>
        <translation>«%1» не может быть кодом: это слово занято программой. Выберите другой код.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Введите название.</translation>
    </message>
    <message>
        <source>The name has %1 characters; at most %2 can be shown.</source>
        <translation>В названии %1 знаков; показать можно не больше %2.</translation>
    </message>
    <message>
        <source>“%1” was the code of another field, and filters and imports still use it.</source>
        <translation>«%1» был кодом другого поля, и фильтры и импорт по-прежнему им пользуются.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n field(s), deleted ones included; it cannot have more.</source>
        <translation>
            <numerusform>У типа «%1» %n поле вместе с удалёнными; больше не поместится.</numerusform>
            <numerusform>У типа «%1» %n поля вместе с удалёнными; больше не поместится.</numerusform>
            <numerusform>У типа «%1» %n полей вместе с удалёнными; больше не поместится.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program relies on the code of “%1”: it cannot be changed.</source>
        <translation>Программа узнаёт «%1» по коду: он не меняется.</translation>
    </message>
    <message>
        <source>The hint has more than %1 characters.</source>
        <translation>Подсказка длиннее %1 знаков.</translation>
    </message>
    <message>
        <source>Uniqueness is “warn”, “refuse” or nothing.</source>
        <translation>Уникальность — «warn», «refuse» или ничего.</translation>
    </message>
    <message>
        <source>Only a link can be a tab.</source>
        <translation>Вкладкой может быть только ссылка.</translation>
    </message>
    <message>
        <source>Only the program can create fields of this kind.</source>
        <translation>Поля этого вида создаёт только сама программа.</translation>
    </message>
    <message>
        <source>A field of this kind holds one value.</source>
        <translation>Поле этого вида хранит одно значение.</translation>
    </message>
    <message>
        <source>Only a list has values to choose from.</source>
        <translation>Значения для выбора есть только у списка.</translation>
    </message>
    <message>
        <source>“%1” is built in: hide it on the card instead.</source>
        <translation>Поле «%1» встроенное: его можно убрать с карточки.</translation>
    </message>
    <message>
        <source>The field “%1” of “%2” takes its values from it.</source>
        <translation>Из него берёт значения поле «%1» («%2»).</translation>
    </message>
    <message>
        <source>A card needs at least one section.</source>
        <translation>Карточке нужен хотя бы один раздел.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 different values: a list would be too long.</source>
        <translation>У поля «%1» больше %2 разных значений: список был бы слишком длинным.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>“%1” does not fit.</source>
        <translation>«%1» не подходит.</translation>
    </message>
    <message>
        <source>“%1” cannot become a field of that kind.</source>
        <translation>«%1» не может стать полем такого вида.</translation>
    </message>
    <message>
        <source>“%1” is not a colour: write it as #rrggbb.</source>
        <translation>«%1» — не цвет: цвет пишется #rrggbb.</translation>
    </message>
    <message>
        <source>The list already has “%1”.</source>
        <translation>В списке уже есть «%1».</translation>
    </message>
    <message>
        <source>The list already has “%1”: merge the two instead.</source>
        <translation>В списке уже есть «%1»: объедините эти два значения.</translation>
    </message>
    <message>
        <source>Only values of the same list can be merged.</source>
        <translation>Объединить можно два значения одного списка.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>values of a list that are merged</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>“%1” is named twice.</source>
        <translation>«%1» названо дважды.</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Простой</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Needs identified</source>
        <translation>Потребность выяснена</translation>
    </message>
    <message>
        <source>Proposal sent</source>
        <translation>Предложение отправлено</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>Ждём оплату</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Продано</translation>
    </message>
    <message>
        <source>Not a fit</source>
        <translation>Не наш клиент</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Согласование</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>На согласовании</translation>
    </message>
    <message>
        <source>Awaiting signature</source>
        <translation>На подписании</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Обращения</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Waiting for a reply</source>
        <translation>Ждём ответа</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Recruiting</source>
        <translation>Подбор персонала</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Отклик</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Собеседование</translation>
    </message>
    <message>
        <source>Test assignment</source>
        <translation>Тестовое задание</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>В резерве</translation>
    </message>
    <message>
        <source>There is no template “%1”; there are %2.</source>
        <translation>Шаблона «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>Only types with stages have pipelines.</source>
        <translation>Воронки бывают у типов со стадиями, а у этого их нет.</translation>
    </message>
    <message>
        <source>“%1” is built in: its properties cannot be changed.</source>
        <translation>Тип «%1» встроенный: его свойства не меняются.</translation>
    </message>
    <message>
        <source>It has several pipelines: delete all but one first.</source>
        <translation>У него несколько воронок: сначала удалите все, кроме одной.</translation>
    </message>
    <message>
        <source>“%1” is built in; you can remove it from the sidebar.</source>
        <translation>Тип «%1» встроенный; его можно убрать из боковой панели.</translation>
    </message>
    <message>
        <source>required from the stage “%1” on (%2)</source>
        <translation>обязательно со стадии «%1» (%2)</translation>
    </message>
    <message>
        <source>the filter “%1”</source>
        <translation>фильтр «%1»</translation>
    </message>
    <message>
        <source>the values of “%1” (%2)</source>
        <translation>значения поля «%1» (%2)</translation>
    </message>
    <message>
        <source>a tab on the cards of “%1”</source>
        <translation>вкладка на карточках «%1»</translation>
    </message>
    <message>
        <source>A field of this kind has no default value.</source>
        <translation>У поля этого вида не бывает значения по умолчанию.</translation>
    </message>
    <message>
        <source>Add the values first, then choose the default.</source>
        <translation>Сначала добавьте значения списка, потом выберите значение по умолчанию.</translation>
    </message>
    <message>
        <source>%1: No. %2 “%3” has the same.</source>
        <translation>%1: такое же у № %2 «%3».</translation>
    </message>
    <message>
        <source>%1: row %2 has the same.</source>
        <translation>%1: такое же в строке %2.</translation>
    </message>
    <message>
        <source>Single-line text</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Длинный текст</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Целое число</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Сумма денег</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Да или нет</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Адрес в интернете</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Почтовый адрес</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>several</source>
        <comment>values of a field</comment>
        <translation>несколько</translation>
    </message>
    <message>
        <source>required</source>
        <comment>field</comment>
        <translation>обязательное</translation>
    </message>
    <message>
        <source>unique</source>
        <comment>field</comment>
        <translation>уникальное</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>«%1» — ни да, ни нет.</translation>
    </message>
    <message>
        <source>Expected PROPERTY=VALUE, not “%1”.</source>
        <translation>Ожидалось СВОЙСТВО=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>There is no section “%1”.</source>
        <translation>Раздела «%1» нет.</translation>
    </message>
    <message>
        <source>A field has no property “%1”; it has name, code, required, default, unique, hint, timeline, tab and section.</source>
        <translation>У поля нет свойства «%1»; есть name, code, required, default, unique, hint, timeline, tab и section.</translation>
    </message>
    <message>
        <source>There is no field “%1”; name it as TYPE.FIELD.</source>
        <translation>Поля «%1» нет; назовите его как ТИП.ПОЛЕ.</translation>
    </message>
    <message>
        <source>There is no kind of field “%1”; there are %2.</source>
        <translation>Вида полей «%1» нет; есть %2.</translation>
    </message>
    <message>
        <source>Field added: %1</source>
        <translation>Поле добавлено: %1</translation>
    </message>
    <message>
        <source>Field changed: %1</source>
        <translation>Поле изменено: %1</translation>
    </message>
    <message>
        <source>It was used by %1.</source>
        <translation>Им пользовались: %1.</translation>
    </message>
    <message>
        <source>Field deleted: %1. Its values stay; “field restore” brings it back.</source>
        <translation>Поле удалено: %1. Значения остались; вернуть: «field restore».</translation>
    </message>
    <message>
        <source>No field “%1” was deleted.</source>
        <translation>Удалённого поля «%1» нет.</translation>
    </message>
    <message>
        <source>Field restored: %1</source>
        <translation>Поле восстановлено: %1</translation>
    </message>
    <message>
        <source>%1: values converted: %2; not fitting, kept in the old, deleted field: %3.</source>
        <translation>%1: перенесено значений: %2; не подошло и осталось в старом, удалённом поле: %3.</translation>
    </message>
    <message>
        <source>The list “%1” has no value “%2”.</source>
        <translation>В списке «%1» нет значения «%2».</translation>
    </message>
    <message>
        <source>Value added: %1</source>
        <translation>Значение добавлено: %1</translation>
    </message>
    <message>
        <source>Value changed: %1</source>
        <translation>Значение изменено: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with “%1” have “%2” now.</source>
        <translation>
            <numerusform>У %n карточки вместо «%1» теперь «%2».</numerusform>
            <numerusform>У %n карточек вместо «%1» теперь «%2».</numerusform>
            <numerusform>У %n карточек вместо «%1» теперь «%2».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) have “%1”: say with --into which value they are to have instead.</source>
        <translation>
            <numerusform>«%1» есть у %n карточки: назовите через --into значение, которое она получит.</numerusform>
            <numerusform>«%1» есть у %n карточек: назовите через --into значение, которое они получат.</numerusform>
            <numerusform>«%1» есть у %n карточек: назовите через --into значение, которое они получат.</numerusform>
        </translation>
    </message>
    <message>
        <source>Value deleted: %1</source>
        <translation>Значение удалено: %1</translation>
    </message>
    <message>
        <source>make a field of a type</source>
        <translation>создать поле типа</translation>
    </message>
    <message>
        <source>change what a field is like</source>
        <translation>изменить свойства поля</translation>
    </message>
    <message>
        <source>hide a field; its values stay</source>
        <translation>скрыть поле; значения остаются</translation>
    </message>
    <message>
        <source>bring a deleted field back</source>
        <translation>вернуть удалённое поле</translation>
    </message>
    <message>
        <source>make a field of another kind of it and take its values over</source>
        <translation>сделать из поля поле другого вида с переносом значений</translation>
    </message>
    <message>
        <source>add a value to a list</source>
        <translation>добавить значение списка</translation>
    </message>
    <message>
        <source>what has the first value has the second one from then on</source>
        <translation>у чего было первое значение, у того будет второе</translation>
    </message>
    <message>
        <source>delete a value of a list; what has it gets another one</source>
        <translation>удалить значение списка; у чего оно было, получит другое</translation>
    </message>
    <message>
        <source>Type added: %1</source>
        <translation>Тип добавлен: %1</translation>
    </message>
    <message>
        <source>Type changed: %1</source>
        <translation>Тип изменён: %1</translation>
    </message>
    <message numerus="yes">
        <source>Type deleted: %1, with %n item(s). “type restore” brings it back.</source>
        <translation>
            <numerusform>Тип удалён: %1, а с ним %n карточка. Вернуть: «type restore».</numerusform>
            <numerusform>Тип удалён: %1, а с ним %n карточки. Вернуть: «type restore».</numerusform>
            <numerusform>Тип удалён: %1, а с ним %n карточек. Вернуть: «type restore».</numerusform>
        </translation>
    </message>
    <message>
        <source>No type “%1” was deleted.</source>
        <translation>Удалённого типа «%1» нет.</translation>
    </message>
    <message>
        <source>Type restored: %1</source>
        <translation>Тип восстановлен: %1</translation>
    </message>
    <message>
        <source>make a type of items of the office&apos;s own</source>
        <translation>создать собственный тип карточек</translation>
    </message>
    <message>
        <source>change what a type is like</source>
        <translation>изменить свойства типа</translation>
    </message>
    <message>
        <source>hide a type with all its items</source>
        <translation>скрыть тип со всеми карточками</translation>
    </message>
    <message>
        <source>bring a deleted type back</source>
        <translation>вернуть удалённый тип</translation>
    </message>
    <message>
        <source>type</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>section</source>
        <translation>раздел</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>list value</source>
        <translation>значение списка</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>воронка</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>стадия</translation>
    </message>
    <message>
        <source>required field</source>
        <translation>обязательное поле</translation>
    </message>
    <message>
        <source>tunnel</source>
        <translation>туннель</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>валюта</translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>настройка</translation>
    </message>
    <message>
        <source>This is not a settings file: %1</source>
        <translation>Это не файл настроек: %1</translation>
    </message>
    <message>
        <source>it is not a record.</source>
        <translation>это не запись.</translation>
    </message>
    <message>
        <source>record %1: “%2” is not known here</source>
        <translation>запись %1: «%2» здесь неизвестно</translation>
    </message>
    <message>
        <source>its identity is in the file twice.</source>
        <translation>её идентификатор встречается в файле дважды.</translation>
    </message>
    <message>
        <source>it refers to itself.</source>
        <translation>она ссылается на саму себя.</translation>
    </message>
    <message>
        <source>record %1: there is no setting “%2”</source>
        <translation>запись %1: настройки «%2» нет</translation>
    </message>
    <message>
        <source>record %1: “%2” of “%3” is not known here</source>
        <translation>запись %1: «%2» у «%3» здесь неизвестно</translation>
    </message>
    <message>
        <source>it comes back</source>
        <translation>возвращается</translation>
    </message>
    <message>
        <source>Record %1 of the file cannot be: %2</source>
        <translation>Запись %1 файла невозможна: %2</translation>
    </message>
    <message>
        <source>it is larger than %1 MB.</source>
        <translation>он больше %1 МБ.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>it does not say that it is one.</source>
        <translation>в нём не сказано, что это он.</translation>
    </message>
    <message>
        <source>The file was written by a newer program; this one cannot read it.</source>
        <translation>Файл записан более новой программой, эта его не прочтёт.</translation>
    </message>
    <message>
        <source>it has more than %1 records.</source>
        <translation>в нём больше %1 записей.</translation>
    </message>
    <message>
        <source>new: %1 “%2”</source>
        <translation>новое: %1 «%2»</translation>
    </message>
    <message>
        <source>Nothing would change: all that the file says is so here already.</source>
        <translation>Ничего не изменится: всё, что в файле, здесь уже так и есть.</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Отделы</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Валюты</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Days of the calendar</source>
        <translation>Дни календаря</translation>
    </message>
    <message>
        <source>There is no currency “%1”.</source>
        <translation>Валюты «%1» нет.</translation>
    </message>
    <message>
        <source>The office already works with %1.</source>
        <translation>Офис уже работает с %1.</translation>
    </message>
    <message>
        <source>The office does not work with %1.</source>
        <translation>Офис не работает с %1.</translation>
    </message>
    <message>
        <source>%1 is the base currency: its rate is always 1.</source>
        <translation>%1 — основная валюта, её курс всегда 1.</translation>
    </message>
    <message>
        <source>That is not a rate of %1.</source>
        <translation>Это не курс %1.</translation>
    </message>
    <message>
        <source>This is not a file of rates: %1</source>
        <translation>Это не файл курсов: %1</translation>
    </message>
    <message>
        <source>it has a document type of its own.</source>
        <translation>у него свой тип документа.</translation>
    </message>
    <message>
        <source>neither the Bank of Russia nor the European Central Bank writes such.</source>
        <translation>ни Банк России, ни Европейский центральный банк таких не пишут.</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>“%1” is not a rate of %2.</source>
        <translation>«%1» — не курс %2.</translation>
    </message>
    <message>
        <source>a rate comes before its day.</source>
        <translation>курс стоит раньше своей даты.</translation>
    </message>
    <message>
        <source>it has more than %1 rates.</source>
        <translation>в нём больше %1 курсов.</translation>
    </message>
    <message>
        <source>The file has no rate of %1, the base currency.</source>
        <translation>В файле нет курса %1, основной валюты.</translation>
    </message>
    <message>
        <source>the rate of %1 is out of bounds.</source>
        <translation>курс %1 вне допустимых границ.</translation>
    </message>
    <message>
        <source>Line %1 is not a rate: write a currency, a day and a number, such as “USD 02.03.2026 92.50”.</source>
        <translation>Строка %1 — не курс: напишите валюту, дату и число, например «USD 02.03.2026 92.50».</translation>
    </message>
    <message>
        <source>There are no rates in this text.</source>
        <translation>В этом тексте нет курсов.</translation>
    </message>
    <message>
        <source>no rate for %1</source>
        <translation>нет курса %1</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>Такого отдела нет.</translation>
    </message>
    <message>
        <source>A department has a name of at most %1 characters.</source>
        <translation>У отдела есть название не длиннее %1 знаков.</translation>
    </message>
    <message>
        <source>“%1” cannot be inside itself.</source>
        <translation>«%1» не может стоять внутри самого себя.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Такого сотрудника нет.</translation>
    </message>
    <message>
        <source>There is already a department “%1”.</source>
        <translation>Отдел «%1» уже есть.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are in “%1”: move them first.</source>
        <translation>
            <numerusform>В «%1» %n сотрудник: сначала переведите его.</numerusform>
            <numerusform>В «%1» %n сотрудника: сначала переведите их.</numerusform>
            <numerusform>В «%1» %n сотрудников: сначала переведите их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” contains %n department(s): move them first.</source>
        <translation>
            <numerusform>Внутри «%1» %n отдел: сначала переместите его.</numerusform>
            <numerusform>Внутри «%1» %n отдела: сначала переместите их.</numerusform>
            <numerusform>Внутри «%1» %n отделов: сначала переместите их.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters.</source>
        <translation>«%1» длиннее %2 знаков.</translation>
    </message>
    <message>
        <source>There is no department “%1”.</source>
        <translation>Отдела «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» — не адрес почты.</translation>
    </message>
    <message>
        <source>Of a person one can say %1, not “%2”.</source>
        <translation>У сотрудника можно задать %1, но не «%2».</translation>
    </message>
    <message>
        <source>Enter the person&apos;s name.</source>
        <translation>Введите имя сотрудника.</translation>
    </message>
    <message>
        <source>A login cannot contain spaces.</source>
        <translation>В логине не должно быть пробелов.</translation>
    </message>
    <message>
        <source>The last day away is before the first.</source>
        <translation>Последний день отсутствия раньше первого.</translation>
    </message>
    <message>
        <source>“%1” is already the login of %2.</source>
        <translation>«%1» — уже логин: %2.</translation>
    </message>
    <message>
        <source>You cannot deactivate yourself.</source>
        <translation>Отключить самого себя нельзя.</translation>
    </message>
    <message>
        <source>“%1” is the last active user.</source>
        <translation>«%1» — последний, кто здесь работает.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Away from</source>
        <translation>Отсутствует с</translation>
    </message>
    <message>
        <source>Away until</source>
        <translation>Отсутствует по</translation>
    </message>
    <message>
        <source>for amounts without a currency and totals in several currencies</source>
        <translation>для сумм, записанных без валюты, и итогов в нескольких валютах</translation>
    </message>
    <message>
        <source>Working hours on Monday</source>
        <translation>Рабочие часы в понедельник</translation>
    </message>
    <message>
        <source>such as 9:00-13:00, 14:00-18:00, or “off”</source>
        <translation>например 9:00-13:00, 14:00-18:00 или «выходной»</translation>
    </message>
    <message>
        <source>Working hours on Tuesday</source>
        <translation>Рабочие часы во вторник</translation>
    </message>
    <message>
        <source>Working hours on Wednesday</source>
        <translation>Рабочие часы в среду</translation>
    </message>
    <message>
        <source>Working hours on Thursday</source>
        <translation>Рабочие часы в четверг</translation>
    </message>
    <message>
        <source>Working hours on Friday</source>
        <translation>Рабочие часы в пятницу</translation>
    </message>
    <message>
        <source>Working hours on Saturday</source>
        <translation>Рабочие часы в субботу</translation>
    </message>
    <message>
        <source>Working hours on Sunday</source>
        <translation>Рабочие часы в воскресенье</translation>
    </message>
    <message>
        <source>say hours such as 9:00-13:00, 14:00-18:00, or off.</source>
        <translation>укажите часы, например 9:00-13:00, 14:00-18:00, или off.</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>выходной</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Выходной</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>Рабочий день</translation>
    </message>
    <message>
        <source>Short day</source>
        <translation>Короткий день</translation>
    </message>
    <message>
        <source>There are no days in it.</source>
        <translation>В нём нет дней.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not a calendar day.</source>
        <translation>Такого дня в календаре нет.</translation>
    </message>
    <message>
        <source>Nothing is said of %1: it is as its weekday.</source>
        <translation>Для %1 ничего не указано: это обычный день недели.</translation>
    </message>
    <message>
        <source>there are more than %1 days.</source>
        <translation>дней больше %1.</translation>
    </message>
    <message>
        <source>it repeats by a rule; a file is needed that names its days.</source>
        <translation>событие повторяется по правилу; нужен файл, где дни названы.</translation>
    </message>
    <message>
        <source>there is no day in it.</source>
        <translation>в ней нет даты.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>Файл больше %1 МБ.</translation>
    </message>
    <message>
        <source>There are no whole days in this file.</source>
        <translation>В этом файле нет целых дней.</translation>
    </message>
    <message>
        <source>Made by tunnels: %1</source>
        <translation>Создано туннелями: %1</translation>
    </message>
    <message>
        <source>Rates written down: %1</source>
        <translation>Записано курсов: %1</translation>
    </message>
    <message>
        <source>“%1” is not a rate.</source>
        <translation>«%1» — не курс.</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>С даты</translation>
    </message>
    <message>
        <source>Cannot read “%1”: %2</source>
        <translation>Не прочитать «%1»: %2</translation>
    </message>
    <message>
        <source>The office works with none of the currencies in the file (%1).</source>
        <translation>Офис не работает ни с одной валютой из файла (%1).</translation>
    </message>
    <message>
        <source>base currency</source>
        <translation>основная валюта</translation>
    </message>
    <message>
        <source>Rate of today</source>
        <translation>Курс на сегодня</translation>
    </message>
    <message>
        <source>There is no person “%1”.</source>
        <translation>Сотрудника «%1» нет.</translation>
    </message>
    <message>
        <source>Of a department one can say %1, not “%2”.</source>
        <translation>У отдела можно задать %1, но не «%2».</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>“%1” is not a kind of day: say off, work, short or usual.</source>
        <translation>«%1» — не вид дня: укажите off, work, short или usual.</translation>
    </message>
    <message>
        <source>Say the first and the last day of a period.</source>
        <translation>Назовите первый и последний день периода.</translation>
    </message>
    <message>
        <source>Working days: %1, hours: %2</source>
        <translation>Рабочих дней: %1, часов: %2</translation>
    </message>
    <message>
        <source>currencies that the office works with, and today&apos;s rates</source>
        <translation>валюты, с которыми работает офис, и курсы на сегодня</translation>
    </message>
    <message>
        <source>work with one more</source>
        <translation>работать с ещё одной</translation>
    </message>
    <message>
        <source>work with it no more, where nothing has an amount in it</source>
        <translation>больше не работать с ней, если сумм в ней нет</translation>
    </message>
    <message>
        <source>rates, the newest first</source>
        <translation>курсы, новые сверху</translation>
    </message>
    <message>
        <source>rates from a file of the Bank of Russia or of the European Central Bank</source>
        <translation>курсы из файла Банка России или Европейского центрального банка</translation>
    </message>
    <message>
        <source>what one unit is worth in the base currency from a day on</source>
        <translation>сколько стоит единица в основной валюте с указанного дня</translation>
    </message>
    <message>
        <source>holidays and other days that are not as their weekday is</source>
        <translation>праздники и другие дни, которые не как обычно в неделе</translation>
    </message>
    <message>
        <source>such days from an .ics or .csv file</source>
        <translation>такие дни из файла .ics или .csv</translation>
    </message>
    <message>
        <source>working days and hours of a period</source>
        <translation>рабочие дни и часы за период</translation>
    </message>
    <message>
        <source>say what a day is</source>
        <translation>сказать, какой это день</translation>
    </message>
    <message>
        <source>types, fields, stages and settings for another office</source>
        <translation>типы, поля, стадии и настройки для другого офиса</translation>
    </message>
    <message>
        <source>take over those of another office; with --dry-run only tell what would change</source>
        <translation>перенять настройки другого офиса; с --dry-run только показать, что изменится</translation>
    </message>
    <message>
        <source>people of the office</source>
        <translation>сотрудники офиса</translation>
    </message>
    <message>
        <source>a new person of the office</source>
        <translation>новый сотрудник офиса</translation>
    </message>
    <message>
        <source>login, department, job, phone, email, absent_from, absent_until, active</source>
        <translation>login, department, job, phone, email, absent_from, absent_until, active</translation>
    </message>
    <message>
        <source>departments with their heads</source>
        <translation>отделы с руководителями</translation>
    </message>
    <message>
        <source>a new department</source>
        <translation>новый отдел</translation>
    </message>
    <message>
        <source>rename or move it, or give it another head</source>
        <translation>переименовать, переместить или сменить руководителя</translation>
    </message>
    <message>
        <source>a department in which nobody is</source>
        <translation>отдел, в котором никого нет</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>пример</translation>
    </message>
    <message>
        <source>office</source>
        <translation>офис</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Новый файл</translation>
    </message>
    <message>
        <source>Kartoteka files (*.kartoteka)</source>
        <translation>Файлы Картотеки (*.kartoteka)</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Как вас зовут?</translation>
    </message>
    <message>
        <source>Colleagues will see it next to what you do</source>
        <translation>Коллеги увидят его рядом с тем, что вы делаете</translation>
    </message>
    <message>
        <source>Create file</source>
        <translation>Создать файл</translation>
    </message>
    <message>
        <source>%1 (away until %2)</source>
        <translation>%1 (отсутствует по %2)</translation>
    </message>
    <message>
        <source>%1 (away)</source>
        <translation>%1 (отсутствует)</translation>
    </message>
    <message>
        <source>One was created from the other: that link stays.</source>
        <translation>Один создан из другого: эта связь остаётся.</translation>
    </message>
    <message>
        <source>They are not linked.</source>
        <translation>Они не связаны.</translation>
    </message>
    <message>
        <source>Call to %1</source>
        <translation>Звонок на %1</translation>
    </message>
    <message>
        <source>E-mail to %1</source>
        <translation>Письмо на %1</translation>
    </message>
    <message>
        <source>SMS to %1</source>
        <translation>SMS на %1</translation>
    </message>
    <message>
        <source>WhatsApp to %1</source>
        <translation>WhatsApp: %1</translation>
    </message>
    <message>
        <source>Telegram to %1</source>
        <translation>Telegram: %1</translation>
    </message>
    <message>
        <source>Viber to %1</source>
        <translation>Viber: %1</translation>
    </message>
    <message>
        <source>Linked items: %1</source>
        <translation>Связанных карточек: %1</translation>
    </message>
    <message>
        <source>link two items</source>
        <translation>связать две карточки</translation>
    </message>
    <message>
        <source>take what links them away: links that people made, and fields</source>
        <translation>убрать то, что их связывает: связи, сделанные людьми, и поля</translation>
    </message>
    <message>
        <source>in the recycle bin</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>more</source>
        <translation>ещё</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Card views</source>
        <translation>Виды карточек</translation>
    </message>
    <message>
        <source>People of card views</source>
        <translation>Для кого виды карточек</translation>
    </message>
    <message>
        <source>Sections of card views</source>
        <translation>Разделы видов карточек</translation>
    </message>
    <message>
        <source>Fields in card views</source>
        <translation>Поля в видах карточек</translation>
    </message>
    <message>
        <source>Tabs in card views</source>
        <translation>Вкладки в видах карточек</translation>
    </message>
    <message>
        <source>Settings of people</source>
        <translation>Настройки людей</translation>
    </message>
    <message>
        <source>The section or field is not on this card any more.</source>
        <translation>Этого раздела или поля на карточке больше нет.</translation>
    </message>
    <message numerus="yes">
        <source>The card has %n section(s); it cannot have more.</source>
        <translation>
            <numerusform>На карточке %n раздел, больше нельзя.</numerusform>
            <numerusform>На карточке %n раздела, больше нельзя.</numerusform>
            <numerusform>На карточке %n разделов, больше нельзя.</numerusform>
        </translation>
    </message>
    <message>
        <source>The office has set “%1” for you: you cannot choose another view.</source>
        <translation>Офис закрепил за вами вид «%1»: выбрать другой нельзя.</translation>
    </message>
    <message>
        <source>Common</source>
        <comment>view of the card</comment>
        <translation>Общий</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>view of the card</comment>
        <translation>Мой</translation>
    </message>
    <message>
        <source>only you see it</source>
        <translation>видите только вы</translation>
    </message>
    <message>
        <source>visible to %1</source>
        <translation>видят: %1</translation>
    </message>
    <message>
        <source>visible to anyone who chooses it</source>
        <translation>видит тот, кто выберет</translation>
    </message>
    <message>
        <source>visible to everyone</source>
        <translation>видят все</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Название слишком длинное.</translation>
    </message>
    <message>
        <source>This type no longer exists.</source>
        <translation>Этого типа больше нет.</translation>
    </message>
    <message>
        <source>There is no view “%1” of this card.</source>
        <translation>Вида «%1» у этой карточки нет.</translation>
    </message>
    <message>
        <source>A field is shown auto, always or hidden, not “%1”.</source>
        <translation>Поле показывается auto, always или hidden, но не «%1».</translation>
    </message>
    <message>
        <source>forced</source>
        <comment>view of the card</comment>
        <translation>закреплён</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>There is already a view “%1”.</source>
        <translation>Вид «%1» уже есть.</translation>
    </message>
    <message>
        <source>Of this view one cannot say “%1”.</source>
        <translation>У этого вида нельзя задать «%1».</translation>
    </message>
    <message>
        <source>This view cannot be deleted; it can be reset.</source>
        <translation>Этот вид удалить нельзя, его можно сбросить.</translation>
    </message>
    <message>
        <source>View deleted: %1</source>
        <translation>Вид удалён: %1</translation>
    </message>
    <message>
        <source>Of a field on the card one can say %1, not “%2”.</source>
        <translation>У поля на карточке можно задать %1, но не «%2».</translation>
    </message>
    <message>
        <source>Of a section of the card one can say %1, not “%2”.</source>
        <translation>У раздела карточки можно задать %1, но не «%2».</translation>
    </message>
    <message>
        <source>views of the card; the one with * applies</source>
        <translation>виды карточки; действует отмеченный *</translation>
    </message>
    <message>
        <source>what is where in a view: common, my, or a named one</source>
        <translation>что где стоит в виде: common, my или именованном</translation>
    </message>
    <message>
        <source>a named view that begins as what is shown now</source>
        <translation>новый именованный вид по образцу того, что показано сейчас</translation>
    </message>
    <message>
        <source>for whom it is, and whether they may choose another</source>
        <translation>для кого он и можно ли им выбрать другой</translation>
    </message>
    <message>
        <source>delete a named view</source>
        <translation>удалить именованный вид</translation>
    </message>
    <message>
        <source>everything in it as the type has it</source>
        <translation>всё в нём как у типа</translation>
    </message>
    <message>
        <source>see this one from now on</source>
        <translation>смотреть этот вид с этого момента</translation>
    </message>
    <message>
        <source>where a field is, and whether it is shown</source>
        <translation>где стоит поле и показывается ли оно</translation>
    </message>
    <message>
        <source>a section of the view; made where there is none of the name</source>
        <translation>раздел вида; создаётся, если такого нет</translation>
    </message>
    <message>
        <source>tabs in this order, without those after a minus</source>
        <translation>вкладки в этом порядке, без отмеченных минусом</translation>
    </message>
    <message>
        <source>Only what has stages is converted.</source>
        <translation>Конвертируется только то, у чего есть стадии.</translation>
    </message>
    <message>
        <source>It cannot be converted to “%1”.</source>
        <translation>Конвертировать это в «%1» нельзя.</translation>
    </message>
    <message>
        <source>the conversion of “%1” to “%2”</source>
        <translation>конвертация «%1» в «%2»</translation>
    </message>
    <message>
        <source>the field “%1”, required from it on</source>
        <translation>поле «%1», обязательное с этой стадии</translation>
    </message>
    <message>
        <source>the field “%1”, required up to it</source>
        <translation>поле «%1», обязательное до этой стадии</translation>
    </message>
    <message>
        <source>the tunnel to “%1” (%2)</source>
        <translation>туннель в «%1» (%2)</translation>
    </message>
    <message>
        <source>Pinned entries</source>
        <translation>Закреплённые записи</translation>
    </message>
    <message>
        <source>Products of items</source>
        <translation>Товары карточек</translation>
    </message>
    <message>
        <source>Enter the company&apos;s name first.</source>
        <translation>Сначала введите название компании.</translation>
    </message>
    <message>
        <source>This file has no companies.</source>
        <translation>В этом файле нет компаний.</translation>
    </message>
    <message>
        <source>there is no product “%1” in the catalogue.</source>
        <translation>в каталоге нет товара «%1».</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <comment>number of a row, its column, what is wrong</comment>
        <translation>Строка %1, %2: %3</translation>
    </message>
    <message>
        <source>it must be a text.</source>
        <translation>нужен текст.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>it must be true or false.</source>
        <translation>нужно true или false.</translation>
    </message>
    <message>
        <source>a row has no such column.</source>
        <translation>такого столбца у строки нет.</translation>
    </message>
    <message>
        <source>The file has no list “rows”.</source>
        <translation>В файле нет списка «rows».</translation>
    </message>
    <message>
        <source>it must be an object.</source>
        <translation>нужен объект.</translation>
    </message>
    <message>
        <source>“%1” is not a discount: write 4% or 100 off the line, or =90 for a new price.</source>
        <translation>«%1» — не скидка: напишите 4% или 100 — скидка со строки — либо =90 — новая цена.</translation>
    </message>
    <message>
        <source>“%1” is not a tax rate: write 20, or leave it empty.</source>
        <translation>«%1» — не налог: напишите 20 или оставьте пустым.</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>процент</translation>
    </message>
    <message>
        <source>off the line</source>
        <translation>со строки</translation>
    </message>
    <message>
        <source>another price</source>
        <translation>другая цена</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>слишком большое число.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>пусто.</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>слишком длинно.</translation>
    </message>
    <message>
        <source>it is negative; a return has a negative quantity.</source>
        <translation>меньше нуля; у возврата отрицательно количество.</translation>
    </message>
    <message>
        <source>it is negative.</source>
        <translation>меньше нуля.</translation>
    </message>
    <message>
        <source>it is more than 100 %.</source>
        <translation>больше 100 %.</translation>
    </message>
    <message>
        <source>it must be between 0 and 100.</source>
        <translation>нужно от 0 до 100.</translation>
    </message>
    <message>
        <source>“%1” has no products.</source>
        <translation>У типа «%1» нет товаров.</translation>
    </message>
    <message>
        <source>The total of the products is too large.</source>
        <translation>Итог товаров слишком велик.</translation>
    </message>
    <message>
        <source>A number pattern has at most %1 characters.</source>
        <translation>Шаблон номера — не длиннее %1 знаков.</translation>
    </message>
    <message>
        <source>“%1” must have the number in it once: {number}, or {number:5} for at least five digits.</source>
        <translation>В «%1» должен один раз стоять номер: {number} или {number:5}, если нужно не меньше пяти цифр.</translation>
    </message>
    <message>
        <source>Tax rounding</source>
        <translation>Округление налогов</translation>
    </message>
    <message>
        <source>for the products of an item; amounts that come from products are recalculated</source>
        <translation>по товарам карточки; суммы, которые считаются из товаров, пересчитываются</translation>
    </message>
    <message>
        <source>line by line</source>
        <translation>в каждой строке</translation>
    </message>
    <message>
        <source>once per tax rate</source>
        <translation>один раз для каждой ставки</translation>
    </message>
    <message>
        <source>This can no longer be undone separately, or it already was.</source>
        <translation>Отменить это отдельно уже нельзя, или оно уже отменено.</translation>
    </message>
    <message numerus="yes">
        <source>It changed more than %n record(s) at once: use Undo instead.</source>
        <translation>
            <numerusform>Здесь сразу изменено больше %n записи: отмените это через «Отменить».</numerusform>
            <numerusform>Здесь сразу изменено больше %n записей: отмените это через «Отменить».</numerusform>
            <numerusform>Здесь сразу изменено больше %n записей: отмените это через «Отменить».</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items have an amount that is not what their products come to.</source>
        <translation>У %1 карточек сумма не равна итогу товаров.</translation>
    </message>
    <message>
        <source>This comment no longer exists.</source>
        <translation>Этого комментария больше нет.</translation>
    </message>
    <message>
        <source>A comment cannot be empty.</source>
        <translation>Комментарий не может быть пустым.</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>Products changed</source>
        <translation>Товары изменены</translation>
    </message>
    <message>
        <source>Changed by a newer program: %1</source>
        <translation>Изменено более новой программой: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>the office</source>
        <translation>офис</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>manually</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>%1, exchange from %2</source>
        <comment>how it was done and the seat</comment>
        <translation>%1, обмен с %2</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>of a record</comment>
        <translation>Создание</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>of a record</comment>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Restored</source>
        <comment>of a record</comment>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <comment>of a record</comment>
        <translation>Удаление навсегда</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>The timeline has no such entry.</source>
        <translation>В таймлайне нет такой записи.</translation>
    </message>
    <message>
        <source>That entry is not pinned.</source>
        <translation>Эта запись не закреплена.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>The company has no property “%1”; it has name, tax_id and logo. All else is on its card.</source>
        <translation>У компании нет свойства «%1»; есть name, tax_id и logo. Остальное — в её карточке.</translation>
    </message>
    <message>
        <source>No company is set.</source>
        <translation>Своя компания не указана.</translation>
    </message>
    <message>
        <source>Tax ID</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>show or say which company the office is</source>
        <translation>показать или указать свою компанию</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>Файл «%1» слишком велик.</translation>
    </message>
    <message>
        <source>“%1” is not JSON: %2, at byte %3.</source>
        <translation>«%1» — не JSON: %2, байт %3.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Итого: %1</translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %n row(s) in another currency.</source>
        <translation>
            <numerusform>Неполный итог: %n строка в другой валюте.</numerusform>
            <numerusform>Неполный итог: %n строки в другой валюте.</numerusform>
            <numerusform>Неполный итог: %n строк в другой валюте.</numerusform>
        </translation>
    </message>
    <message>
        <source>The amount does not come from the products.</source>
        <translation>Сумма карточки не из товаров.</translation>
    </message>
    <message>
        <source>Say: products TYPE ID [set FILE.json]</source>
        <translation>Укажите: products ТИП ID [set ФАЙЛ.json]</translation>
    </message>
    <message>
        <source>Pinned:</source>
        <translation>Закреплено:</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>“%1” is not a timeline entry: give its number.</source>
        <translation>«%1» — не запись таймлайна: укажите её номер.</translation>
    </message>
    <message>
        <source>That entry is not a comment of the item.</source>
        <translation>Эта запись — не комментарий этой карточки.</translation>
    </message>
    <message>
        <source>rewrite a comment; its old text stays in the history</source>
        <translation>переписать комментарий; прежний текст останется в истории</translation>
    </message>
    <message>
        <source>delete a comment</source>
        <translation>удалить комментарий</translation>
    </message>
    <message>
        <source>pin an entry on top of the timeline</source>
        <translation>закрепить запись вверху таймлайна</translation>
    </message>
    <message>
        <source>let it go to its place again</source>
        <translation>открепить запись</translation>
    </message>
    <message>
        <source>A type cannot be made with “%1”; there are stages, pipelines, client and products.</source>
        <translation>Тип нельзя создать с «%1»; есть stages, pipelines, client и products.</translation>
    </message>
    <message>
        <source>A type has no property “%1”; it has name, plural, icon, colour, title, number, listed, stages, pipelines, client, products and converts_to.</source>
        <translation>У типа нет свойства «%1»; у него есть name, plural, icon, colour, title, number, listed, stages, pipelines, client, products и converts_to.</translation>
    </message>
    <message>
        <source>Stages are brought by an act of their own.</source>
        <translation>Стадии включаются отдельной командой.</translation>
    </message>
    <message>
        <source>an item with its products, timeline, activities and links</source>
        <translation>карточка с товарами, таймлайном, делами и связями</translation>
    </message>
    <message>
        <source>its products</source>
        <translation>товары карточки</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Связано</translation>
    </message>
    <message>
        <source>it is more than the row comes to.</source>
        <translation>она больше, чем сумма строки.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>No activities</source>
        <translation>Без дел</translation>
    </message>
    <message>
        <source>A card cannot be dragged to Overdue. Give the activity an earlier deadline on the card.</source>
        <translation>Перетащить в просроченные нельзя. Задайте делу более ранний срок в карточке.</translation>
    </message>
    <message>
        <source>An activity is already planned. Complete or delete it on the card.</source>
        <translation>Дело уже запланировано. Завершите или удалите его в карточке.</translation>
    </message>
    <message>
        <source>Mine, planned</source>
        <comment>filter</comment>
        <translation>Мои запланированные</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>filter</comment>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Incoming</source>
        <comment>filter</comment>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Everyone&apos;s, planned</source>
        <comment>filter</comment>
        <translation>Все запланированные</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>filter</comment>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>such as 20:00-8:00: reminders wait for working time; empty: none wait</source>
        <translation>например 20:00-8:00: напоминания ждут рабочего времени; пусто: не ждут</translation>
    </message>
    <message>
        <source>say hours such as 20:00-8:00, or nothing.</source>
        <translation>укажите часы, например 20:00-8:00, или ничего.</translation>
    </message>
    <message>
        <source>%1 reminders differ from the activities.</source>
        <translation>Напоминаний, которые расходятся с делами: %1.</translation>
    </message>
    <message>
        <source>“%1” is not a future date and time: say 2026-03-15 10:00, fri 15:00 or +3d.</source>
        <translation>«%1» — не будущая дата со временем: напишите 2026-03-15 10:00, пт 15:00 или +3д.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>and the hour</comment>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>and the hour</comment>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>and the hour</comment>
        <translation>завтра %1</translation>
    </message>
    <message>
        <source>“%1” is not a type whose items have activities.</source>
        <translation>У «%1» не бывает дел.</translation>
    </message>
    <message>
        <source>%1 and --board do not go together.</source>
        <translation>%1 и --board вместе не употребляются.</translation>
    </message>
    <message>
        <source>Reminders are minutes before the deadline, for example 0,15.</source>
        <translation>Напоминания — минуты до срока, например 0,15.</translation>
    </message>
    <message>
        <source>The comment is gone.</source>
        <translation>Комментария больше нет.</translation>
    </message>
    <message>
        <source>“%1” is not a notification: give its number, or “all”.</source>
        <translation>«%1» — не уведомление: укажите его номер или «all».</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Прочитано: %1</translation>
    </message>
    <message>
        <source>mark notifications as read</source>
        <translation>отметить уведомления прочитанными</translation>
    </message>
    <message>
        <source>Say which section or item to explain.</source>
        <translation>Укажите раздел или карточку, которую нужно объяснить.</translation>
    </message>
    <message>
        <source>Only with --explain a section is named.</source>
        <translation>Раздел указывается только вместе с --explain.</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Напоминание</translation>
    </message>
    <message>
        <source>“%1” reminds of nothing: it is done or has no deadline.</source>
        <translation>«%1» ни о чём не напоминает: дело сделано или у него нет срока.</translation>
    </message>
    <message>
        <source>“%1” is not a time in the future: say 15m, 1h, tomorrow or fri 10:00.</source>
        <translation>«%1» — не время в будущем: укажите 15м, 1ч, завтра или пт 10:00.</translation>
    </message>
    <message>
        <source>%1: again %2</source>
        <comment>an activity, a moment</comment>
        <translation>%1: снова %2</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Убрано: %1</translation>
    </message>
    <message>
        <source>what you are to be reminded of; --due: now; --exit-code: ends with 1 when something is due</source>
        <translation>о чём вам напомнить; --due: сейчас; --exit-code: завершается с 1, если есть о чём</translation>
    </message>
    <message>
        <source>be reminded again later (15m, 1h, tomorrow); the deadline stays</source>
        <translation>напомнить позже (15m, 1h, tomorrow); срок остаётся</translation>
    </message>
    <message>
        <source>no more of the reminders that are due; later ones will come</source>
        <translation>убрать наступившие напоминания; следующие придут</translation>
    </message>
    <message>
        <source>write a comment; [@Name](person:UID) mentions a person of `user list`</source>
        <translation>написать комментарий; [@Имя](person:UID) упоминает человека из `user list`</translation>
    </message>
    <message>
        <source>what is due, by section; which activities a counter counts, and why</source>
        <translation>что пора сделать, по разделам; какие дела считает счётчик и почему</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>The series would end before it begins.</source>
        <translation>Повторение закончилось бы раньше, чем началось.</translation>
    </message>
    <message>
        <source>No day matches the repeat rule.</source>
        <translation>Под правило повторения не подходит ни один день.</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>каждый день</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>каждую неделю</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>каждый месяц</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>каждый год</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>каждый %n день</numerusform>
            <numerusform>каждые %n дня</numerusform>
            <numerusform>каждые %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>каждую %n неделю</numerusform>
            <numerusform>каждые %n недели</numerusform>
            <numerusform>каждые %n недель</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>каждый %n месяц</numerusform>
            <numerusform>каждые %n месяца</numerusform>
            <numerusform>каждые %n месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>каждый %n год</numerusform>
            <numerusform>каждые %n года</numerusform>
            <numerusform>каждые %n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>first %1</source>
        <comment>masculine</comment>
        <translation>первый %1</translation>
    </message>
    <message>
        <source>first %1</source>
        <comment>feminine</comment>
        <translation>первая %1</translation>
    </message>
    <message>
        <source>first %1</source>
        <comment>neuter</comment>
        <translation>первое %1</translation>
    </message>
    <message>
        <source>second %1</source>
        <comment>masculine</comment>
        <translation>второй %1</translation>
    </message>
    <message>
        <source>second %1</source>
        <comment>feminine</comment>
        <translation>вторая %1</translation>
    </message>
    <message>
        <source>second %1</source>
        <comment>neuter</comment>
        <translation>второе %1</translation>
    </message>
    <message>
        <source>third %1</source>
        <comment>masculine</comment>
        <translation>третий %1</translation>
    </message>
    <message>
        <source>third %1</source>
        <comment>feminine</comment>
        <translation>третья %1</translation>
    </message>
    <message>
        <source>third %1</source>
        <comment>neuter</comment>
        <translation>третье %1</translation>
    </message>
    <message>
        <source>fourth %1</source>
        <comment>masculine</comment>
        <translation>четвёртый %1</translation>
    </message>
    <message>
        <source>fourth %1</source>
        <comment>feminine</comment>
        <translation>четвёртая %1</translation>
    </message>
    <message>
        <source>fourth %1</source>
        <comment>neuter</comment>
        <translation>четвёртое %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>masculine</comment>
        <translation>последний %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>feminine</comment>
        <translation>последняя %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>neuter</comment>
        <translation>последнее %1</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <comment>a weekday, the how manieth</comment>
        <translation>%1 № %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>every week on Mon, Fri</comment>
        <translation>%1 по %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>every month: first Mon</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <comment>every month on day 15</comment>
        <translation>%1 %2 числа</translation>
    </message>
    <message>
        <source>%1 on the last day</source>
        <comment>every month on the last day</comment>
        <translation>%1 в последний день</translation>
    </message>
    <message>
        <source>every working day</source>
        <translation>каждый рабочий день</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a repetition</comment>
        <translation>до %1</translation>
    </message>
    <message>
        <source>%1 after it is done</source>
        <comment>every 3 days after it is done</comment>
        <translation>%1 после выполнения</translation>
    </message>
    <message>
        <source>“%1” makes no sense in a repeat rule.</source>
        <translation>«%1» в правиле повторения не имеет смысла.</translation>
    </message>
    <message>
        <source>A series ends after a number of times or on a day, not both.</source>
        <translation>Повторение заканчивается после числа раз или в некоторый день, но не то и другое.</translation>
    </message>
    <message>
        <source>A numbered weekday is counted within a month or a year: 2TU, -1FR.</source>
        <translation>Номер дня недели считается внутри месяца или года: 2TU, -1FR.</translation>
    </message>
    <message>
        <source>Days and weeks of the year are for what comes every year.</source>
        <translation>Дни и недели года бывают только у того, что повторяется ежегодно.</translation>
    </message>
    <message>
        <source>Days of the month are not for what comes every week.</source>
        <translation>У того, что повторяется еженедельно, дней месяца не бывает.</translation>
    </message>
    <message>
        <source>BYSETPOS chooses among days that the rule names: it names none.</source>
        <translation>BYSETPOS выбирает из дней, которые называет правило, а оно не называет ни одного.</translation>
    </message>
    <message numerus="yes">
        <source>A repeat rule has at most %n character(s).</source>
        <translation>
            <numerusform>В правиле повторения не больше %n знака.</numerusform>
            <numerusform>В правиле повторения не больше %n знаков.</numerusform>
            <numerusform>В правиле повторения не больше %n знаков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say when it repeats, for example FREQ=WEEKLY;BYDAY=MO.</source>
        <translation>Укажите, когда повторять, например FREQ=WEEKLY;BYDAY=MO.</translation>
    </message>
    <message>
        <source>An activity repeats every day at most: DAILY, WEEKLY, MONTHLY or YEARLY.</source>
        <translation>Дело повторяется не чаще раза в день: DAILY, WEEKLY, MONTHLY или YEARLY.</translation>
    </message>
    <message>
        <source>The time of day comes from the deadline, not from the rule.</source>
        <translation>Время дня берётся из крайнего срока, а не из правила.</translation>
    </message>
    <message>
        <source>Usage: kartoteka [--background] [FILE…|LINK]
Opens files of Kartoteka, reads exchange files into the open one, or follows a link to an item in it.
--background: reminds from the tray, without a window.
The command line is kartoteka-cli.</source>
        <translation>Вызов: kartoteka [--background] [ФАЙЛ…|ССЫЛКА]
Открывает файлы Картотеки, читает файлы обмена в открытый или идёт по ссылке на запись в нём.
--background: напоминает из трея, без окна.
Командная строка — kartoteka-cli.</translation>
    </message>
    <message>
        <source>Open the office&apos;s file first, then the link leads to its item.</source>
        <translation>Сначала откройте файл организации, тогда ссылка приведёт к записи.</translation>
    </message>
    <message>
        <source>This file has no item that the link leads to.</source>
        <translation>В этом файле нет записи, на которую ведёт ссылка.</translation>
    </message>
    <message>
        <source>A repeating activity needs a deadline to count from.</source>
        <translation>Повторяющемуся делу нужен срок: повторения считаются от него.</translation>
    </message>
    <message>
        <source>Say by --repeat how it repeats, for example FREQ=DAILY;INTERVAL=3.</source>
        <translation>Укажите в --repeat, как повторять, например FREQ=DAILY;INTERVAL=3.</translation>
    </message>
    <message>
        <source>“%1” does not repeat: there is nothing to skip to.</source>
        <translation>«%1» не повторяется: переходить не к чему.</translation>
    </message>
    <message>
        <source>“%1” is the last of its series: complete it or delete it.</source>
        <translation>«%1» — последнее в серии: выполните его или удалите.</translation>
    </message>
    <message>
        <source>put what repeats off to its next time</source>
        <translation>перенести повторяющееся на следующий раз</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) with this one</source>
        <comment>a repetition</comment>
        <translation>
            <numerusform>ещё %n раз, считая этот</numerusform>
            <numerusform>ещё %n раза, считая этот</numerusform>
            <numerusform>ещё %n раз, считая этот</numerusform>
        </translation>
    </message>
    <message>
        <source>No program on this computer opens %1. Set one for such links.</source>
        <translation>Ни одна программа на этом компьютере не открывает %1. Назначьте её для таких ссылок.</translation>
    </message>
    <message>
        <source>“%1” is not a time in the future: say +1d, 3 wd or monday.</source>
        <translation>«%1» — не время в будущем: укажите +1д, 3 рд или понедельник.</translation>
    </message>
    <message>
        <source>“%1” is not a part of an activity. There are: %2.</source>
        <translation>«%1» — не часть дела. Есть: %2.</translation>
    </message>
    <message>
        <source>There is no picture “%1”. There are: %2.</source>
        <translation>Нет значка «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>A duration is a number of minutes, for example 30.</source>
        <translation>Длительность — число минут, например 30.</translation>
    </message>
    <message>
        <source>Start and duration</source>
        <translation>Начало и длительность</translation>
    </message>
    <message>
        <source>Steps</source>
        <comment>of an activity</comment>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Duration, minutes</source>
        <translation>Длительность, минут</translation>
    </message>
    <message>
        <source>Reminders, minutes before</source>
        <translation>Напоминания, минут до срока</translation>
    </message>
    <message>
        <source>Default deadline</source>
        <translation>Срок по умолчанию</translation>
    </message>
    <message>
        <source>Default parts</source>
        <translation>Части по умолчанию</translation>
    </message>
    <message>
        <source>Suggests next</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Next step after</source>
        <translation>Следующий шаг через</translation>
    </message>
    <message>
        <source>Ask for a result on completion</source>
        <translation>При выполнении спрашивать итог</translation>
    </message>
    <message>
        <source>Remind participants too</source>
        <translation>Напоминать и участникам</translation>
    </message>
    <message>
        <source>There is no such kind of activity.</source>
        <translation>Такого вида дел нет.</translation>
    </message>
    <message>
        <source>A kind of activity has no property “%1”.</source>
        <translation>У вида дел нет свойства «%1».</translation>
    </message>
    <message>
        <source>%1 is taken %2: %3.</source>
        <translation>«%1»: занято %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… и ещё %n.</numerusform>
            <numerusform>… и ещё %n.</numerusform>
            <numerusform>… и ещё %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Free: %1.</source>
        <translation>Свободно: %1.</translation>
    </message>
    <message>
        <source>“%1” is not a date field.</source>
        <translation>«%1» — не поле с датой.</translation>
    </message>
    <message>
        <source>A calendar shows from one day to %1 days.</source>
        <translation>Календарь показывает от одного до %1 дней.</translation>
    </message>
    <message>
        <source>Say whose time is asked for: people or resources.</source>
        <translation>Укажите, чьё время нужно: сотрудников или ресурсов.</translation>
    </message>
    <message>
        <source>Free time is looked for from one day to %1 days ahead.</source>
        <translation>Свободное время ищется на срок от одного до %1 дней.</translation>
    </message>
    <message>
        <source>A slot lasts from one minute to a day.</source>
        <translation>Окно длится от минуты до суток.</translation>
    </message>
    <message>
        <source>Choose the times to hold.</source>
        <translation>Выберите время, которое нужно придержать.</translation>
    </message>
    <message>
        <source>The end of the hold has already passed.</source>
        <translation>Срок, до которого придержать, уже прошёл.</translation>
    </message>
    <message>
        <source>A field of this kind cannot be unique.</source>
        <translation>По полю этого вида карточки не различить.</translation>
    </message>
    <message>
        <source>kind of activities</source>
        <translation>вид дел</translation>
    </message>
    <message>
        <source>view of cards</source>
        <translation>вид карточки</translation>
    </message>
    <message>
        <source>section of a card view</source>
        <translation>раздел вида карточки</translation>
    </message>
    <message>
        <source>place of a field on the card</source>
        <translation>место поля на карточке</translation>
    </message>
    <message>
        <source>tab of a card view</source>
        <translation>вкладка вида карточки</translation>
    </message>
    <message>
        <source>Kinds of activities</source>
        <translation>Виды дел</translation>
    </message>
    <message>
        <source>Steps of activities</source>
        <translation>Шаги дел</translation>
    </message>
    <message>
        <source>Exceptions of series</source>
        <translation>Исключения серий</translation>
    </message>
    <message>
        <source>Hours of resources</source>
        <translation>Часы ресурсов</translation>
    </message>
    <message>
        <source>“%1” is reached by conversion: choose “Convert”.</source>
        <translation>«%1» достигается конвертацией: выберите «Конвертировать».</translation>
    </message>
    <message>
        <source>An item cannot be linked to itself.</source>
        <translation>Связать карточку с ней самой нельзя.</translation>
    </message>
    <message>
        <source>a number or an exact name</source>
        <translation>номер или точное название</translation>
    </message>
    <message>
        <source>It is in the recycle bin. Restore it first.</source>
        <translation>Карточка в корзине. Сначала восстановите её.</translation>
    </message>
    <message>
        <source>One of them no longer exists.</source>
        <translation>Одной из записей больше нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) use %1: it cannot be removed.</source>
        <translation>
            <numerusform>В %1 указана %n сумма: убрать валюту нельзя.</numerusform>
            <numerusform>В %1 указаны %n суммы: убрать валюту нельзя.</numerusform>
            <numerusform>В %1 указано %n сумм: убрать валюту нельзя.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mentions you</source>
        <comment>a person</comment>
        <translation>%1 упоминает вас</translation>
    </message>
    <message>
        <source>You are mentioned</source>
        <translation>Вас упомянули</translation>
    </message>
    <message>
        <source>%1 made you responsible</source>
        <comment>a person</comment>
        <translation>%1 назначает вас ответственным</translation>
    </message>
    <message>
        <source>You were made responsible</source>
        <translation>Вас назначили ответственным</translation>
    </message>
    <message>
        <source>%1 made you an observer</source>
        <comment>a person</comment>
        <translation>%1 добавляет вас в наблюдатели</translation>
    </message>
    <message>
        <source>You were made an observer</source>
        <translation>Вас добавили в наблюдатели</translation>
    </message>
    <message>
        <source>%1 gave you an activity</source>
        <comment>a person</comment>
        <translation>Новое дело от: %1</translation>
    </message>
    <message>
        <source>You were given an activity</source>
        <translation>Новое дело для вас</translation>
    </message>
    <message>
        <source>%1 completed your activity</source>
        <comment>a person</comment>
        <translation>%1 выполнил(а) ваше дело</translation>
    </message>
    <message>
        <source>Your activity is done</source>
        <translation>Ваше дело выполнено</translation>
    </message>
    <message numerus="yes">
        <source>%n activities; the first: %1</source>
        <translation>
            <numerusform>%n дело; первое: %1</numerusform>
            <numerusform>%n дела; первое: %1</numerusform>
            <numerusform>%n дел; первое: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s); the first:</source>
        <translation>
            <numerusform>%n элемент; первый:</numerusform>
            <numerusform>%n элемента; первый:</numerusform>
            <numerusform>%n элементов; первый:</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no notification %1 for you.</source>
        <translation>Для вас нет уведомления %1.</translation>
    </message>
    <message>
        <source>The stage “%1” is not empty: move its items first.</source>
        <translation>Стадия «%1» не пуста: сначала перенесите её карточки.</translation>
    </message>
    <message>
        <source>The pipeline “%1” is not empty: move its items first.</source>
        <translation>Воронка «%1» не пуста: сначала перенесите её карточки.</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Остальные</translation>
    </message>
    <message>
        <source>“%1” stands for several lanes. Show the one you need, then drop the card there.</source>
        <translation>«%1» — это несколько дорожек. Покажите нужную и перетащите карточку в неё.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln лид</numerusform>
            <numerusform>%Ln лида</numerusform>
            <numerusform>%Ln лидов</numerusform>
        </translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Новый лид</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln сделка</numerusform>
            <numerusform>%Ln сделки</numerusform>
            <numerusform>%Ln сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Новая сделка</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln контакт</numerusform>
            <numerusform>%Ln контакта</numerusform>
            <numerusform>%Ln контактов</numerusform>
        </translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новый контакт</translation>
    </message>
    <message numerus="yes">
        <source>%Ln company(s)</source>
        <translation>
            <numerusform>%Ln компания</numerusform>
            <numerusform>%Ln компании</numerusform>
            <numerusform>%Ln компаний</numerusform>
        </translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Новая компания</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товара</numerusform>
            <numerusform>%Ln товаров</numerusform>
        </translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resource(s)</source>
        <translation>
            <numerusform>%Ln ресурс</numerusform>
            <numerusform>%Ln ресурса</numerusform>
            <numerusform>%Ln ресурсов</numerusform>
        </translation>
    </message>
    <message>
        <source>New resource</source>
        <translation>Новый ресурс</translation>
    </message>
    <message numerus="yes">
        <source>%Ln activity(s)</source>
        <translation>
            <numerusform>%Ln дело</numerusform>
            <numerusform>%Ln дела</numerusform>
            <numerusform>%Ln дел</numerusform>
        </translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>Новое дело</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a type&apos;s name and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Создание: %1</translation>
    </message>
    <message>
        <source>%1 (unknown here)</source>
        <comment>a person who is mentioned</comment>
        <translation>%1 (здесь не известен)</translation>
    </message>
    <message>
        <source>the person responsible for the card</source>
        <translation>у ответственного за карточку</translation>
    </message>
    <message>
        <source>%1 busy times differ from the activities.</source>
        <translation>Занятость расходится с делами: %1.</translation>
    </message>
    <message>
        <source>Created from it by a tunnel</source>
        <translation>Создано из неё туннелем</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Событие без названия</translation>
    </message>
    <message>
        <source>The calendar has more than %1 events: export a part of it.</source>
        <translation>В календаре больше %1 событий: выгрузите его часть.</translation>
    </message>
    <message>
        <source>This is not a calendar: an .ics file begins with BEGIN:VCALENDAR.</source>
        <translation>Это не календарь: файл .ics начинается с BEGIN:VCALENDAR.</translation>
    </message>
    <message>
        <source>there is no such day.</source>
        <translation>такого дня нет.</translation>
    </message>
    <message>
        <source>it does not begin.</source>
        <translation>нет начала.</translation>
    </message>
    <message>
        <source>The calendar is larger than %1 MB: export a part of it.</source>
        <translation>Календарь больше %1 МБ: выгрузите его часть.</translation>
    </message>
    <message>
        <source>Skipped: another value is already set.</source>
        <translation>Пропущено: здесь уже другое значение.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>Кто удалил</translation>
    </message>
    <message>
        <source>Link to a card</source>
        <translation>Ссылка на карточку</translation>
    </message>
    <message>
        <source>There is no step %1.</source>
        <translation>Нет шага %1.</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>the steps of an activity, and changes of them</source>
        <translation>шаги дела и их изменения</translation>
    </message>
    <message>
        <source>kinds of activities, and what each has and does</source>
        <translation>виды дел и что у каждого есть</translation>
    </message>
    <message>
        <source>change what a kind of activities has and does</source>
        <translation>изменить, что есть у вида дел</translation>
    </message>
    <message>
        <source>There is no resource “%1”.</source>
        <translation>Нет ресурса «%1».</translation>
    </message>
    <message>
        <source>Users and resources have activities: leave out --type.</source>
        <translation>У сотрудников и ресурсов — дела: уберите --type.</translation>
    </message>
    <message>
        <source> (to come)</source>
        <translation> (ещё будет)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Say until when the times are held: --until 2026-03-05.</source>
        <translation>Укажите, до какого дня придержать: --until 2026-03-05.</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Придержано: %1</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>No free time.</source>
        <translation>Свободного времени нет.</translation>
    </message>
    <message>
        <source>Nothing clashes.</source>
        <translation>Накладок нет.</translation>
    </message>
    <message>
        <source>Clashes with</source>
        <translation>Накладывается на</translation>
    </message>
    <message>
        <source>A weekday is a number from 1 (Monday) to 7.</source>
        <translation>День недели — число от 1 (понедельник) до 7.</translation>
    </message>
    <message>
        <source>Hours are written as 9:00-13:00,14:00-18:00, “off” or “office”.</source>
        <translation>Часы пишутся так: 9:00-13:00,14:00-18:00, off или office.</translation>
    </message>
    <message>
        <source>when a resource can be booked on a weekday, 1 to 7</source>
        <translation>когда ресурс можно занять в день недели, от 1 до 7</translation>
    </message>
    <message>
        <source>Activities are written to an .ics file.</source>
        <translation>Дела записываются в файл .ics.</translation>
    </message>
    <message>
        <source>Read %1: new %2, changed %3, the same %4, cancelled %5.</source>
        <translation>Прочитано %1: новых %2, изменённых %3, без изменений %4, отменённых %5.</translation>
    </message>
    <message>
        <source>what you are told of and have not read yet: mentions, what was handed over to you; --all: what is read, too</source>
        <translation>о чём вам сообщено и что ещё не прочитано: упоминания, переданное вам; --all: и прочитанное</translation>
    </message>
    <message>
        <source>The year %1 is out of range: a deadline lies between %2 and %3.</source>
        <translation>Год %1 вне диапазона: срок — от %2 до %3 года.</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>весь день</translation>
    </message>
    <message>
        <source>held until %1</source>
        <translation>придержано до %1</translation>
    </message>
    <message>
        <source>takes %1</source>
        <comment>an activity: 1 h</comment>
        <translation>на %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>шагов: %1 из %2</translation>
    </message>
    <message>
        <source>The last act is the reading of an exchange file: what others did would be taken back here. Say --yes to do so.</source>
        <translation>Последнее действие — чтение файла обмена: здесь будет отменено то, что сделали другие. Чтобы сделать это, добавьте --yes.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>keep a person&apos;s calendar in a file that others subscribe to; written when it differs</source>
        <translation>календарь сотрудника в файле, на который подписываются другие; записывается, когда изменился</translation>
    </message>
    <message>
        <source>Activities are any, none, due, overdue, today, incoming or clash</source>
        <translation>Дела бывают any, none, due, overdue, today, incoming или clash</translation>
    </message>
    <message>
        <source>clashing bookings</source>
        <translation>накладка броней</translation>
    </message>
    <message>
        <source>“%1” is already on today or later: there is nothing to skip.</source>
        <translation>«%1» уже стоит на сегодня или позже: пропускать нечего.</translation>
    </message>
    <message>
        <source>An activity takes between no minutes and ten years, not %1 minutes.</source>
        <translation>Дело длится от нуля минут до десяти лет, а не %1 мин.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”: say it as in Europe/Moscow.</source>
        <translation>Нет часового пояса «%1»: укажите его, например, так: Europe/Moscow.</translation>
    </message>
    <message>
        <source>Say when it begins, for example start=2026-03-15T10:00: else it takes no time.</source>
        <translation>Укажите начало, например start=2026-03-15T10:00: иначе дело не занимает времени.</translation>
    </message>
    <message>
        <source>Say what the times are held for: --hold TITLE.</source>
        <translation>Укажите, для чего удерживается время: --hold НАЗВАНИЕ.</translation>
    </message>
    <message>
        <source>Cancelled and not known here: %1</source>
        <translation>Отменено, но здесь неизвестно: %1</translation>
    </message>
    <message>
        <source>Deleted here before: %1</source>
        <translation>Удалено здесь раньше: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Отклонено: %1</translation>
    </message>
    <message>
        <source>the tunnel from “%1” (%2)</source>
        <translation>туннель из «%1» (%2)</translation>
    </message>
    <message>
        <source>the default of “%1” (%2)</source>
        <translation>значение по умолчанию поля «%1» (%2)</translation>
    </message>
    <message>
        <source>what comes after “%1”</source>
        <translation>что следует за «%1»</translation>
    </message>
    <message>
        <source>%1 (on %2)</source>
        <comment>a currency and a day</comment>
        <translation>%1 (на %2)</translation>
    </message>
    <message>
        <source>The condition is too long</source>
        <translation>Условие слишком длинное</translation>
    </message>
    <message>
        <source>The condition has too many brackets within each other</source>
        <translation>В условии слишком много скобок одна в другой</translation>
    </message>
    <message>
        <source>The condition has more than %1 comparisons</source>
        <translation>В условии больше %1 сравнений</translation>
    </message>
    <message>
        <source>Rates for closed items</source>
        <translation>Курсы для завершённых</translation>
    </message>
    <message>
        <source>used for totals of won and lost items in the base currency</source>
        <translation>по которым завершённые карточки входят в итоги в основной валюте</translation>
    </message>
    <message>
        <source>of the day each was closed</source>
        <translation>на день завершения</translation>
    </message>
    <message>
        <source>today&apos;s</source>
        <translation>на сегодня</translation>
    </message>
    <message>
        <source>Calls and messages from a card</source>
        <translation>Звонки и сообщения из карточки</translation>
    </message>
    <message>
        <source>what is kept of a call or message without a result</source>
        <translation>что остаётся от звонка или сообщения, итог которого не записан</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>a record without notes</source>
        <translation>запись без заметок</translation>
    </message>
    <message>
        <source>it says that it knows changes which are not here.</source>
        <translation>в нём сказано, что ему известны изменения, которых здесь нет.</translation>
    </message>
    <message>
        <source>%1 totals of what was closed on a day differ from the items.</source>
        <translation>Итоги завершённого по дням не сходятся с карточками: %1.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>titles of two items that are linked</comment>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Строка %1, столбец %2</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Line %1, column %2: there is a NUL character. The file is damaged or not a text.</source>
        <translation>Строка %1, столбец %2: здесь символ NUL. Файл повреждён или это не текст.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>согласие</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>accepted tentatively</source>
        <translation>под вопросом</translation>
    </message>
    <message>
        <source>invites</source>
        <translation>приглашает</translation>
    </message>
    <message>
        <source>has not answered</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>%1: “%2” is left out: %3</source>
        <translation>%1: «%2» пропущено: %3</translation>
    </message>
    <message>
        <source>%1: “%2” would end before it begins: it is read as taking no time.</source>
        <translation>%1: «%2» кончилось бы раньше, чем началось: прочитано без длительности.</translation>
    </message>
    <message>
        <source>%1: “%2” is read as one time of its series: %3</source>
        <translation>%1: «%2» прочитано как отдельное дело своей серии: %3</translation>
    </message>
    <message>
        <source>%1: of the extra dates of “%2”, the first %3 are read.</source>
        <translation>%1: из дат «%2» помимо правила прочитаны первые %3.</translation>
    </message>
    <message>
        <source>Line %1: the file is damaged: an event in it has no end. It is left out.</source>
        <translation>Строка %1: файл повреждён: у события нет конца. Оно пропущено.</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) are not read, the first in line %1.</source>
        <translation>
            <numerusform>Не прочитано %n вложение, строка %1.</numerusform>
            <numerusform>Не прочитано %n вложения, первое в строке %1.</numerusform>
            <numerusform>Не прочитано %n вложений, первое в строке %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Name, phone, company, tag</source>
        <translation>Имя, телефон, компания, тег</translation>
    </message>
    <message>
        <source>Name, number, tag</source>
        <translation>Название, номер, тег</translation>
    </message>
    <message>
        <source>No text, phone or e-mail matches “%1”.</source>
        <translation>Ни в тексте, ни в телефонах, ни в почте нет «%1».</translation>
    </message>
    <message>
        <source>No name or other text matches “%1”.</source>
        <translation>Ни в названиях, ни в другом тексте нет «%1».</translation>
    </message>
    <message>
        <source>A lead is an inquiry that may become a deal.</source>
        <translation>Лид — это обращение, из которого может выйти сделка.</translation>
    </message>
    <message>
        <source>A deal is a sale in progress.</source>
        <translation>Сделка — это продажа, которая идёт.</translation>
    </message>
    <message>
        <source>What you sell and what it costs. Deals pick their products from here.</source>
        <translation>То, что вы продаёте, и цены. Отсюда товары попадают в сделки.</translation>
    </message>
    <message>
        <source>Rooms, cars, equipment: booked in the calendar, never twice at once.</source>
        <translation>Переговорные, машины, оборудование: то, что бронируют в календаре и что нельзя занять дважды.</translation>
    </message>
    <message>
        <source>The people you deal with, and your whole history with them.</source>
        <translation>Люди, с которыми вы работаете, и всё, о чём вы с ними говорили.</translation>
    </message>
    <message>
        <source>The companies you deal with, their people and your whole history with them.</source>
        <translation>Организации, с которыми вы работаете, их люди и вся история.</translation>
    </message>
    <message>
        <source>Your %1 will be here</source>
        <translation>Здесь будут ваши %1</translation>
    </message>
    <message>
        <source>Calls, meetings, tasks: everything planned on any card, day by day.</source>
        <translation>Звонки, встречи, задачи: всё, что запланировано в карточках, по дням.</translation>
    </message>
    <message>
        <source>Add the first one, or import everything from your old program.</source>
        <translation>Добавьте первую запись или перенесите всё из старой программы.</translation>
    </message>
    <message>
        <source>Bitrix24, amoCRM, Google, Outlook. You can also drop a CSV file here.</source>
        <translation>Bitrix24, amoCRM, Google, Outlook. Файл CSV можно просто перетащить сюда.</translation>
    </message>
    <message>
        <source>Add the first one, or import a table.</source>
        <translation>Добавьте первую запись или перенесите таблицу из файла.</translation>
    </message>
    <message>
        <source>You can also drop a CSV file here.</source>
        <translation>Файл CSV можно просто перетащить сюда.</translation>
    </message>
    <message>
        <source>It holds own, meetings or everybody.</source>
        <translation>В файле own, meetings или everybody.</translation>
    </message>
    <message>
        <source>%1 (of what was planned before)</source>
        <translation>%1 (о прежнем времени)</translation>
    </message>
    <message>
        <source>%1 asks for the invitation</source>
        <translation>%1: просьба прислать приглашение</translation>
    </message>
    <message>
        <source>%1 proposes %2</source>
        <translation>%1 предлагает %2</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Строка меню</translation>
    </message>
    <message>
        <source>%1 cannot be booked on %2.</source>
        <translation>%1: %2 не бронируется.</translation>
    </message>
    <message>
        <source>%1 can be booked on %2: %3.</source>
        <translation>%1: %2 можно бронировать %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n place(s)</source>
        <translation>
            <numerusform>%1: %n место</numerusform>
            <numerusform>%1: %n места</numerusform>
            <numerusform>%1: %n мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n take part.</source>
        <translation>
            <numerusform>, а участвует %n человек.</numerusform>
            <numerusform>, а участвуют %n человека.</numerusform>
            <numerusform>, а участвуют %n человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (the invitation is not known here)</source>
        <translation>%1 (такого приглашения здесь нет)</translation>
    </message>
    <message>
        <source>settings of the office, some of them, or set some</source>
        <translation>настройки офиса, некоторые из них; или задать некоторые</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>No time found in “%1”.</source>
        <translation>В «%1» нет времени.</translation>
    </message>
    <message>
        <source>%1 is not among the free times.</source>
        <translation>%1 нет среди свободного времени.</translation>
    </message>
    <message>
        <source>when people and resources are free, as text, HTML or .ics; --reply picks one, --hold keeps it</source>
        <translation>когда люди и ресурсы свободны: текстом, HTML или .ics; --reply выбирает одно, --hold держит его</translation>
    </message>
    <message>
        <source>%1: nobody knows the time zone “%2”: its times are read as times here.</source>
        <translation>%1: часового пояса «%2» никто не знает: время прочитано как здешнее.</translation>
    </message>
    <message>
        <source>%1: what repeats in the time zone “%2” is counted by the clock here.</source>
        <translation>%1: что повторяется в часовом поясе «%2», считается по здешним часам.</translation>
    </message>
    <message>
        <source>Files</source>
        <comment>of an activity</comment>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Next to the file there is “%1”, which is a link, a folder or a device. Remove it, then open the file again. Nothing was changed.</source>
        <translation>Рядом с файлом лежит «%1» — это не файл, а ссылка, папка или устройство. Уберите это и откройте файл снова. Ничего не изменено.</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>Набранное ещё не сохранено.</translation>
    </message>
    <message>
        <source>“%1” is a calendar of another program: choose another name.</source>
        <translation>«%1» — календарь другой программы: выберите другое имя.</translation>
    </message>
    <message>
        <source>Line %1: the file is cut off: its calendar has no end, and more may have been in it.</source>
        <translation>Строка %1: файл обрезан: у календаря нет конца, в нём могло быть что-то ещё.</translation>
    </message>
    <message>
        <source>%1 is no longer available: book another one.</source>
        <translation>Ресурс «%1» больше недоступен: забронируйте другой.</translation>
    </message>
    <message>
        <source>%1: it must be between 0 and %2.</source>
        <translation>%1: должно быть от 0 до %2.</translation>
    </message>
    <message>
        <source>The pipeline already has a stage “%1”.</source>
        <translation>В воронке уже есть стадия «%1».</translation>
    </message>
    <message>
        <source>There is already a pipeline “%1”.</source>
        <translation>Воронка «%1» уже есть.</translation>
    </message>
    <message>
        <source>There is already a type “%1”.</source>
        <translation>Тип «%1» уже есть.</translation>
    </message>
    <message>
        <source>line %1, column %2: this is not JSON.</source>
        <translation>строка %1, знак %2: здесь не JSON.</translation>
    </message>
    <message>
        <source>%1 is the base currency: choose another one first.</source>
        <translation>%1 — основная валюта: сначала выберите другую.</translation>
    </message>
    <message>
        <source>“%1” belongs to another record. Open that record to change it.</source>
        <translation>Поле «%1» принадлежит другой записи. Чтобы изменить его, откройте ту запись.</translation>
    </message>
    <message>
        <source>This is missing from the file: %1. Another program removed it: restore a backup.</source>
        <translation>В файле не хватает: %1. Это удалила другая программа: восстановите резервную копию.</translation>
    </message>
    <message>
        <source>the table %1</source>
        <translation>таблицы %1</translation>
    </message>
    <message>
        <source>the column %1 of %2</source>
        <translation>столбца %1 таблицы %2</translation>
    </message>
    <message>
        <source>the index %1</source>
        <translation>индекса %1</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Напоминание: %1</translation>
    </message>
    <message numerus="yes">
        <source>Reminder: %1 and %n more</source>
        <translation>
            <numerusform>Напоминание: %1 и ещё %n</numerusform>
            <numerusform>Напоминание: %1 и ещё %n</numerusform>
            <numerusform>Напоминание: %1 и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder: %1, due %2</source>
        <translation>Напоминание: %1, срок %2</translation>
    </message>
    <message>
        <source>“%1” is read as one time of its series, which is not known here.</source>
        <translation>«%1» прочитано как отдельное дело серии: самой серии здесь нет.</translation>
    </message>
    <message>
        <source>%1: “%2” is read as one time of its series: those before it stay as they were.</source>
        <translation>%1: «%2» прочитано как отдельное дело серии: те, что были до него, остаются как были.</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3” is not a day.</source>
        <translation>Строка %1, столбец %2: «%3» — не дата.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Number, title, description</source>
        <translation>Номер, название, описание</translation>
    </message>
    <message>
        <source>Timeline, with the numbers of its entries:</source>
        <translation>Таймлайн, с номерами записей:</translation>
    </message>
    <message numerus="yes">
        <source>, of which %n is taken %1.</source>
        <translation>
            <numerusform>, из них занято %n: %1.</numerusform>
            <numerusform>, из них занято %n: %1.</numerusform>
            <numerusform>, из них занято %n: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Activities without a reminder turn red</source>
        <translation>Дела без напоминания краснеют</translation>
    </message>
    <message>
        <source>in the counters; those with reminders at their first one</source>
        <translation>на счётчиках; дело с напоминаниями — с первым из них</translation>
    </message>
    <message>
        <source>when they are due</source>
        <translation>в срок</translation>
    </message>
    <message>
        <source>5 minutes before</source>
        <translation>за 5 минут</translation>
    </message>
    <message>
        <source>15 minutes before</source>
        <translation>за 15 минут</translation>
    </message>
    <message>
        <source>half an hour before</source>
        <translation>за полчаса</translation>
    </message>
    <message>
        <source>an hour before</source>
        <translation>за час</translation>
    </message>
    <message>
        <source>two hours before</source>
        <translation>за два часа</translation>
    </message>
    <message>
        <source>a day before</source>
        <translation>за день</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>plan an activity for an item, for several, or for none</source>
        <translation>запланировать дело: для карточки, для нескольких или ни для чего</translation>
    </message>
    <message>
        <source>The file lacks “%1”, which is needed here. Another program may have removed it: check the file (kartoteka-cli FILE check), and restore a backup if the check finds it missing.</source>
        <translation>В файле нет «%1», а здесь это нужно. Возможно, это удалила другая программа: проверьте файл (kartoteka-cli ФАЙЛ check) и, если проверка подтвердит, восстановите резервную копию.</translation>
    </message>
    <message>
        <source>and %1 more parts</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>The counter is empty: nothing is due, and nothing incoming waits.</source>
        <translation>Счётчик пуст: срок ни у чего не подошёл, и ничего входящего не ждёт.</translation>
    </message>
    <message>
        <source>Only types with stages have reasons of loss.</source>
        <translation>Причины провала бывают у типов со стадиями, а у этого их нет.</translation>
    </message>
    <message>
        <source>“%1” has reasons of loss.</source>
        <translation>У типа «%1» причины провала уже есть.</translation>
    </message>
    <message>
        <source>There is already a person “%1”. Add something that tells the two apart, such as a middle name or a city.</source>
        <translation>Сотрудник «%1» уже есть. Добавьте то, что их различит: например, отчество или город.</translation>
    </message>
    <message>
        <source>add the reasons of loss to a type with stages that has none</source>
        <translation>добавить причины провала типу со стадиями, у которого их нет</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>of an item</comment>
        <translation>№</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>No temporary folder can be made: %1</source>
        <translation>Не удаётся создать временную папку: %1</translation>
    </message>
    <message>
        <source>The type already has a field “%1”.</source>
        <translation>У типа уже есть поле «%1».</translation>
    </message>
    <message>
        <source>“%1” names nothing that this field could take over: say “from”, a link of this type, a dot and a field of the same kind.</source>
        <translation>«%1» не называет ничего, что это поле могло бы взять: напишите from, поле-связь этого типа, точку и поле того же вида.</translation>
    </message>
    <message>
        <source>“%1” is not a day: say 2026-03-01, tomorrow or +2w.</source>
        <translation>«%1» — не день: напишите 2026-03-01, завтра или +2w.</translation>
    </message>
    <message>
        <source>The last day is before the first one: say --from 2026-03-01 --to 2026-03-31.</source>
        <translation>Последний день раньше первого: укажите --from 2026-03-01 --to 2026-03-31.</translation>
    </message>
    <message>
        <source>Activities clash: leave out --type, or add --activities.</source>
        <translation>Накладки бывают у дел: уберите --type или добавьте --activities.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places that are taken</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Мест</translation>
    </message>
    <message>
        <source>what is planned between two days, a week from today unless told: activities, or items of a type by a date</source>
        <translation>что запланировано между двумя днями, по умолчанию на неделю с сегодняшнего дня: дела или карточки типа по дате</translation>
    </message>
    <message>
        <source>activities that have one resource at the same time, or more places than it has</source>
        <translation>дела, которые занимают один ресурс в одно время или больше мест, чем у него есть</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>name of many</source>
        <translation>название во множественном числе</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>значок</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>цвет</translation>
    </message>
    <message>
        <source>default title</source>
        <translation>название по умолчанию</translation>
    </message>
    <message>
        <source>in the sidebar</source>
        <translation>в боковой панели</translation>
    </message>
    <message>
        <source>place</source>
        <translation>место</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>стадии</translation>
    </message>
    <message>
        <source>several pipelines</source>
        <translation>несколько воронок</translation>
    </message>
    <message>
        <source>client</source>
        <translation>клиент</translation>
    </message>
    <message>
        <source>products</source>
        <translation>товары</translation>
    </message>
    <message>
        <source>earlier codes</source>
        <translation>прежние коды</translation>
    </message>
    <message>
        <source>is converted to</source>
        <translation>конвертируется в</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательное</translation>
    </message>
    <message>
        <source>in the timeline</source>
        <translation>в таймлайне</translation>
    </message>
    <message>
        <source>default value</source>
        <translation>значение по умолчанию</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>подсказка</translation>
    </message>
    <message>
        <source>shown as a tab</source>
        <translation>показывать вкладкой</translation>
    </message>
    <message>
        <source>merged into another value</source>
        <translation>объединено с другим значением</translation>
    </message>
    <message>
        <source>the default one</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>вероятность</translation>
    </message>
    <message>
        <source>from another stage on</source>
        <translation>с другой стадии</translation>
    </message>
    <message>
        <source>up to another stage</source>
        <translation>до другой стадии</translation>
    </message>
    <message>
        <source>leads to another stage</source>
        <translation>ведёт в другую стадию</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>how numbers look: %1</source>
        <comment>of items of a type</comment>
        <translation>вид номеров: %1</translation>
    </message>
    <message>
        <source>days until the mark: %1</source>
        <comment>in a stage</comment>
        <translation>дней до отметки: %1</translation>
    </message>
    <message>
        <source>The first one, on %1, is outside its rule; the others follow it. The nearest day of the rule is %2.</source>
        <translation>Первое, %1, не подходит под правило; остальные идут по нему. Ближайший день по правилу — %2.</translation>
    </message>
    <message>
        <source>nowhere else</source>
        <translation>больше нигде</translation>
    </message>
    <message>
        <source>what names a field: rules, filters, conversions, defaults</source>
        <translation>что называет поле: правила, фильтры, конвертации, значения по умолчанию</translation>
    </message>
    <message>
        <source>“%1” is no list.</source>
        <translation>«%1» — не список.</translation>
    </message>
    <message>
        <source>Say either --after or --first.</source>
        <translation>Укажите либо --after, либо --first.</translation>
    </message>
    <message>
        <source>values of a list, and how many items have each</source>
        <translation>значения списка и у скольких карточек каждое</translation>
    </message>
    <message>
        <source>name, colour and place of a value of a list</source>
        <translation>название, цвет и место значения списка</translation>
    </message>
    <message>
        <source>“%1” has one pipeline only; “type set %2 pipelines=yes” lets it have several.</source>
        <translation>У типа «%1» одна воронка; команда «type set %2 pipelines=yes» позволит несколько.</translation>
    </message>
    <message>
        <source>Linked: %1 %2, “%3”</source>
        <translation>Связано: %1 %2, «%3»</translation>
    </message>
    <message>
        <source>%1 is as its weekday again.</source>
        <translation>%1 — снова как обычный день недели.</translation>
    </message>
    <message>
        <source>Days written down: %1</source>
        <translation>Записано дней: %1</translation>
    </message>
    <message>
        <source>incoming, green until it is done</source>
        <translation>входящее, зелёное, пока не выполнено</translation>
    </message>
    <message>
        <source>red since it was due, %1</source>
        <translation>красное с самого срока, %1</translation>
    </message>
    <message>
        <source>due %1, red since %2 (first reminder: %3 before)</source>
        <translation>срок %1, красное с %2 (первое напоминание за %3)</translation>
    </message>
    <message>
        <source>due %1, red since %2 (%3 before, no reminder)</source>
        <translation>срок %1, красное с %2 (за %3: напоминаний нет)</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>an activity, why it is counted</comment>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>the name “%1” of something else</source>
        <translation>чужое имя «%1»</translation>
    </message>
    <message>
        <source>Some of these times overlap: choose fewer, or let them begin less often.</source>
        <translation>Некоторые промежутки накладываются: выберите меньше или пусть они начинаются реже.</translation>
    </message>
    <message>
        <source>A value cannot stand behind itself.</source>
        <translation>Значение не может стоять после самого себя.</translation>
    </message>
    <message>
        <source>In quotation marks it is a text like any other.</source>
        <translation>В кавычках это обычный текст.</translation>
    </message>
    <message>
        <source>%1: “%2” begins on a day that its rule does not have: it takes place on that day, too.</source>
        <translation>%1: «%2» начинается в день, которого нет в правиле повторения: в этот день событие тоже есть.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) that are neither events nor tasks are not read, the first in line %1.</source>
        <translation>
            <numerusform>%n запись, которая не событие и не задача, не прочитана: строка %1.</numerusform>
            <numerusform>%n записи, которые не события и не задачи, не прочитаны, первая в строке %1.</numerusform>
            <numerusform>%n записей, которые не события и не задачи, не прочитаны, первая в строке %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) have more lines than any event needs: the rest of each is not read, the first in line %1.</source>
        <translation>
            <numerusform>В %n записи строк больше, чем нужно событию: остальные не прочитаны, начиная со строки %1.</numerusform>
            <numerusform>В %n записях строк больше, чем нужно событию: остальные в каждой не прочитаны, первая из них — строка %1.</numerusform>
            <numerusform>В %n записях строк больше, чем нужно событию: остальные в каждой не прочитаны, первая из них — строка %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Следующее: %1</translation>
    </message>
    <message>
        <source>Card view: %1</source>
        <translation>Вид карточки: %1</translation>
    </message>
    <message>
        <source>%1; also: %2</source>
        <translation>%1; ещё: %2</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>The series goes on from there. --following ends it before this one, --all deletes it.</source>
        <translation>Серия продолжается с этого времени. --following прекратит её перед этим делом, --all удалит её всю.</translation>
    </message>
    <message>
        <source>“%1” is not created yet. Move the open one, or change how it repeats.</source>
        <translation>«%1» ещё не создано. Перенесите открытое дело или измените повтор.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” does not come at that time any more.</source>
        <translation>«%1» в это время уже не повторяется.</translation>
    </message>
    <message>
        <source>in filters and calendars</source>
        <translation>в фильтрах и календарях</translation>
    </message>
    <message numerus="yes">
        <source>(%n newer value(s) left as they are)</source>
        <translation>
            <numerusform>(%n более новое значение осталось как есть)</numerusform>
            <numerusform>(%n более новых значения остались как есть)</numerusform>
            <numerusform>(%n более новых значений остались как есть)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 numbers by which activities are found differ from the journal.</source>
        <translation>Номеров, по которым находят дела и которые расходятся с журналом: %1.</translation>
    </message>
    <message>
        <source>who changed what, and when: its fields, and without --field what belongs to it too</source>
        <translation>кто, что и когда изменил: поля, а без --field и всё, что к нему относится</translation>
    </message>
    <message>
        <source>change fields, and its products; an amount said with them stands</source>
        <translation>изменить поля и товары; сумма, названная вместе с ними, остаётся</translation>
    </message>
    <message>
        <source>copy of another office</source>
        <translation>копия другого офиса</translation>
    </message>
    <message>
        <source>its code here is “%1”, because “%2” is taken</source>
        <translation>код здесь «%1», потому что «%2» занят</translation>
    </message>
    <message>
        <source>changed: %1 “%2”</source>
        <translation>изменится: %1 «%2»</translation>
    </message>
    <message>
        <source>from the products</source>
        <comment>how an amount came about</comment>
        <translation>из товаров</translation>
    </message>
    <message>
        <source>%1 (converted)</source>
        <translation>%1 (преобразовано)</translation>
    </message>
    <message>
        <source>MSK</source>
        <comment>Moscow time</comment>
        <translation>МСК</translation>
    </message>
    <message>
        <source>%1 off the line</source>
        <comment>a discount in money</comment>
        <translation>%1 со строки</translation>
    </message>
    <message>
        <source>No item called or numbered “%1” was found in “%2”: left empty.</source>
        <translation>В разделе «%2» нет карточки с таким названием или номером: «%1». Поле осталось пустым.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::AboutDialog</name>
    <message>
        <source>About Kartoteka</source>
        <translation>О программе Картотека</translation>
    </message>
    <message>
        <source>A desktop CRM that keeps a whole sales office in one file. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Настольная CRM: весь отдел продаж в одном файле. Свободная программа под лицензией GNU GPL версии 3 или новее.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Открытый файл</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Формат файла</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Библиотеки</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Activities</name>
    <message>
        <source>There is no activity %1.</source>
        <translation>Дела %1 нет.</translation>
    </message>
    <message>
        <source>Contact the client</source>
        <translation>Связаться с клиентом</translation>
    </message>
    <message>
        <source>“%1” is incoming: it has no deadline and waits until it is done.</source>
        <translation>«%1» — входящее: у него нет срока, оно ждёт, пока его не выполнят.</translation>
    </message>
    <message>
        <source>“%1” is done. Reopen it first.</source>
        <translation>«%1» выполнено. Сначала возобновите его.</translation>
    </message>
    <message>
        <source>An activity has no field “%1” to be changed.</source>
        <translation>У дела нет поля «%1», которое можно изменить.</translation>
    </message>
    <message>
        <source>Reminders are minutes before the deadline, for example 0,15.</source>
        <translation>Напоминания — это минуты до срока, например 0,15.</translation>
    </message>
    <message>
        <source>This working week ends today. Take it to next week, or leave it today.</source>
        <translation>Рабочая неделя кончается сегодня. Перенесите на следующую или оставьте на сегодня.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivitiesPage</name>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Kinds of activities</source>
        <translation>Виды дел</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Вернуть исходное</translation>
    </message>
    <message>
        <source>Kinds are shared by everyone, and every change can be undone. A kind in use is merged into another one when you delete it.</source>
        <translation>Виды общие для всех, каждое изменение можно отменить. Вид, у которого есть дела, при удалении объединяется с другим.</translation>
    </message>
    <message>
        <source>Properties of “%1”</source>
        <translation>Свойства вида «%1»</translation>
    </message>
    <message>
        <source>kind of activities</source>
        <translation>вид дел</translation>
    </message>
    <message>
        <source>tasks, calls, meetings, reminders</source>
        <translation>задачи, звонки, встречи, напоминания</translation>
    </message>
    <message>
        <source>never</source>
        <comment>asked what comes next</comment>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Ask what comes next</source>
        <translation>Спрашивать о следующем шаге</translation>
    </message>
    <message>
        <source>when nothing is planned any more for an item whose card is closed or whose activity was done; for you alone</source>
        <translation>когда карточка закрыта или дело выполнено, а больше ничего не запланировано; только для вас</translation>
    </message>
    <message>
        <source>%1 (again from %2 on)</source>
        <comment>a type, a moment</comment>
        <translation>%1 (снова с %2)</translation>
    </message>
    <message>
        <source>%1: you will be asked what comes next.</source>
        <translation>%1: программа спросит о следующем шаге.</translation>
    </message>
    <message>
        <source>%1: no question any more.</source>
        <translation>%1: вопроса больше не будет.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivityBlocks</name>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Добавить: %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Выбрать цвет</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Цвет: %1</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>Убрать эту часть</translation>
    </message>
    <message>
        <source>What colour should it have?</source>
        <translation>Какого цвета оно будет?</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivityDesk</name>
    <message>
        <source>Planned: %1</source>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Incoming: the client is waiting for a reply</source>
        <translation>Входящее: клиент ждёт ответа</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>Новое дело</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Повторяется</translation>
    </message>
    <message>
        <source>The deadline in words was not understood.</source>
        <translation>Срок словами не распознан.</translation>
    </message>
    <message>
        <source>Activity No. %1</source>
        <translation>Дело № %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivityFiles</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Enter opens a file, Del removes it</source>
        <translation>Enter открывает файл, Del убирает</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Прикрепить файл…</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Прикрепить файл</translation>
    </message>
    <message>
        <source>“%1” is still being read. Try again in a moment.</source>
        <translation>«%1» ещё читается. Попробуйте через мгновение.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivityMenu</name>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Completed: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <translation>Снова открыто: %1</translation>
    </message>
    <message>
        <source>Postponed: %1</source>
        <translation>Перенесено: %1</translation>
    </message>
    <message>
        <source>To a date…</source>
        <translation>На дату…</translation>
    </message>
    <message>
        <source>To the next occurrence</source>
        <translation>К следующему разу</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Пропущено: %1</translation>
    </message>
    <message>
        <source>To the next occurrence from today on</source>
        <translation>На ближайшее повторение, не раньше сегодня</translation>
    </message>
    <message>
        <source>To the next working day</source>
        <translation>На следующий рабочий день</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ActivitySection</name>
    <message>
        <source>the cards of the activities board</source>
        <translation>карточки доски дел</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Acts</name>
    <message>
        <source>creating</source>
        <translation>создание</translation>
    </message>
    <message>
        <source>editing</source>
        <translation>изменение</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>перенос</translation>
    </message>
    <message>
        <source>reordering</source>
        <translation>порядок карточек</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>конвертация</translation>
    </message>
    <message>
        <source>import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>планирование дела</translation>
    </message>
    <message>
        <source>completing</source>
        <translation>выполнение дела</translation>
    </message>
    <message>
        <source>reopening</source>
        <translation>возобновление дела</translation>
    </message>
    <message>
        <source>rescheduling</source>
        <translation>перенос срока</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>удаление</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>восстановление</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <translation>%1, «%2»</translation>
    </message>
    <message>
        <source>resolving a conflict</source>
        <translation>разрешение конфликта</translation>
    </message>
    <message>
        <source>attaching a file</source>
        <translation>прикрепление файла</translation>
    </message>
    <message>
        <source>removing a file</source>
        <translation>удаление файла</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>объединение</translation>
    </message>
    <message>
        <source>deleting for good</source>
        <translation>удаление навсегда</translation>
    </message>
    <message>
        <source>editing stages</source>
        <translation>изменение стадий</translation>
    </message>
    <message>
        <source>a saved filter</source>
        <translation>сохранённый фильтр</translation>
    </message>
    <message>
        <source>types and fields</source>
        <translation>типы и поля</translation>
    </message>
    <message>
        <source>demo data</source>
        <translation>учебные данные</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>currencies</source>
        <translation>валюты</translation>
    </message>
    <message>
        <source>rates</source>
        <translation>курсы</translation>
    </message>
    <message>
        <source>days of the calendar</source>
        <translation>дни календаря</translation>
    </message>
    <message>
        <source>people of the office</source>
        <translation>сотрудники офиса</translation>
    </message>
    <message>
        <source>departments</source>
        <translation>отделы</translation>
    </message>
    <message>
        <source>linking</source>
        <translation>связывание</translation>
    </message>
    <message>
        <source>unlinking</source>
        <translation>удаление связи</translation>
    </message>
    <message>
        <source>the layout of a card</source>
        <translation>вид карточки</translation>
    </message>
    <message>
        <source>products</source>
        <translation>товары</translation>
    </message>
    <message>
        <source>pinning</source>
        <translation>закрепление</translation>
    </message>
    <message>
        <source>unpinning</source>
        <translation>открепление</translation>
    </message>
    <message>
        <source>editing a comment</source>
        <translation>изменение комментария</translation>
    </message>
    <message>
        <source>deleting a comment</source>
        <translation>удаление комментария</translation>
    </message>
    <message>
        <source>undoing</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>reading notifications</source>
        <translation>чтение уведомлений</translation>
    </message>
    <message>
        <source>reading an exchange file</source>
        <translation>чтение файла обмена</translation>
    </message>
</context>
<context>
    <name>Kartoteka::AgendaView</name>
    <message>
        <source>Agenda</source>
        <translation>Повестка</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Завтра, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Вчера, %1</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>весь день</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Ничего не запланировано</translation>
    </message>
    <message>
        <source>Nothing is planned here</source>
        <translation>Здесь ничего не запланировано</translation>
    </message>
    <message>
        <source>day %1/%2</source>
        <comment>of an entry of several days</comment>
        <translation>день %1/%2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::AskDialog</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Kartoteka</source>
        <translation>Картотека</translation>
    </message>
    <message>
        <source>This is not complete yet.</source>
        <translation>Это ещё не всё.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Autostart</name>
    <message>
        <source>The system does not let the program start by itself.</source>
        <translation>Система не разрешает программе запускаться самой.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Background</name>
    <message>
        <source>Reminders stop when the window closes</source>
        <translation>С окном прекратятся и напоминания</translation>
    </message>
    <message>
        <source>This desktop has no tray, so the program cannot remind you in the background. What falls due meanwhile is shown when you open it again.</source>
        <translation>На этом рабочем столе нет трея, поэтому напоминать в фоне программа не может. Что наступит за это время, будет показано, когда вы откроете её снова.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Remind you while the window is closed?</source>
        <translation>Напоминать, пока окно закрыто?</translation>
    </message>
    <message>
        <source>The program stays in the tray; its icon opens it again or quits it. You can change this in Settings, This computer.</source>
        <translation>Программа останется в трее: её значок снова откроет окно или завершит её. Изменить это можно в настройках этого компьютера.</translation>
    </message>
    <message>
        <source>Keep reminding</source>
        <translation>Напоминать</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BackupDialog</name>
    <message>
        <source>automatically</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>manually</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>before an update of the format</source>
        <translation>перед обновлением формата</translation>
    </message>
    <message>
        <source>before restoring a backup</source>
        <translation>перед восстановлением копии</translation>
    </message>
    <message>
        <source>open when the file was replaced</source>
        <translation>что было открыто, когда файл заменили</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Backups of “%1”</source>
        <translation>Резервные копии «%1»</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать сейчас</translation>
    </message>
    <message>
        <source>The file is not open.</source>
        <translation>Файл не открыт.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Восстановить…</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>Восстановить другой файл…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>One backup a day is made automatically and kept next to the file: for the last %1, %2 and %3.</source>
        <translation>Копия создаётся автоматически раз в день и хранится рядом с файлом: за последние %1, %2 и %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n неделю</numerusform>
            <numerusform>%n недели</numerusform>
            <numerusform>%n недель</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n месяц</numerusform>
            <numerusform>%n месяца</numerusform>
            <numerusform>%n месяцев</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>зашифрована</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Резервных копий пока нет.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Создаётся…</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создана: %1</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановление копии</translation>
    </message>
    <message>
        <source>Backups (*.kartoteka *.kartoteka-sealed);;All files (*)</source>
        <translation>Резервные копии (*.kartoteka *.kartoteka-sealed);;Все файлы (*)</translation>
    </message>
    <message>
        <source>The backup contains everything, including files. It is saved next to the file.</source>
        <translation>В копии есть всё, включая вложенные файлы. Она сохраняется рядом с файлом.</translation>
    </message>
    <message>
        <source>Encrypt it with a passphrase</source>
        <translation>Зашифровать парольной фразой</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>Не меньше %n знака</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open it, not even us.</source>
        <translation>Без этой фразы копию не откроет никто, даже мы.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Replace “%2” with the backup of %1?</source>
        <translation>Заменить «%2» копией от %1?</translation>
    </message>
    <message>
        <source>The current file is kept among the backups and can be restored the same way.</source>
        <translation>Нынешний файл останется среди копий, его можно вернуть так же.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>How many backups are kept</source>
        <translation>Сколько копий хранить</translation>
    </message>
    <message>
        <source>The latest backup of each day, week and month is kept. Manual backups are never removed.</source>
        <translation>Хранится последняя копия за каждый день, неделю и месяц. Сделанные вручную не удаляются никогда.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Недель</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Месяцев</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>“%1” is encrypted</source>
        <translation>«%1» зашифрован</translation>
    </message>
    <message>
        <source>Enter the passphrase it was created with.</source>
        <translation>Введите парольную фразу, с которой копия создана.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BoardSection</name>
    <message>
        <source>The filter “%1” is off while final stages are shown.</source>
        <translation>Пока показаны финальные стадии, фильтр «%1» снят.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
    <message>
        <source>Order of the cards</source>
        <translation>Порядок карточек</translation>
    </message>
    <message>
        <source>Newest first, then as you drag them</source>
        <translation>Новые сверху, дальше вручную</translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation>Недавно изменённые</translation>
    </message>
    <message>
        <source>Nearest deadline</source>
        <translation>Ближайший срок</translation>
    </message>
    <message>
        <source>Largest amount</source>
        <translation>Самые крупные</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Добавить стадию</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Провал</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Канбан</translation>
    </message>
    <message>
        <source>Column headers show</source>
        <translation>В заголовках колонок</translation>
    </message>
    <message>
        <source>All stages…</source>
        <translation>Все стадии…</translation>
    </message>
    <message>
        <source>the cards of the board</source>
        <translation>карточки канбана</translation>
    </message>
    <message>
        <source>the columns of the board</source>
        <translation>колонки канбана</translation>
    </message>
    <message>
        <source>the lanes of the board</source>
        <translation>дорожки канбана</translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation>Сдвинуть колонку влево</translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation>Сдвинуть колонку вправо</translation>
    </message>
    <message>
        <source>The filter “%1” is on again.</source>
        <translation>Фильтр «%1» снова включён.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BoardView</name>
    <message>
        <source>Board</source>
        <translation>Канбан</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>Ответственный: %1</translation>
    </message>
    <message>
        <source>New card here (Insert)</source>
        <translation>Новая карточка здесь (Insert)</translation>
    </message>
    <message>
        <source>Other pipeline…</source>
        <translation>Другая воронка…</translation>
    </message>
    <message>
        <source>Fold the final stages</source>
        <translation>Свернуть завершённые</translation>
    </message>
    <message>
        <source>Show the final stages</source>
        <translation>Показать завершённые</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Plan an activity</source>
        <translation>Запланировать дело</translation>
    </message>
    <message>
        <source>Move to the next stage</source>
        <translation>Перенести в следующую стадию</translation>
    </message>
    <message>
        <source>Click to plan one.</source>
        <translation>Нажмите, чтобы запланировать.</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>без суммы</translation>
    </message>
    <message>
        <source>Go from card to card</source>
        <translation>Перейти к соседней карточке</translation>
    </message>
    <message>
        <source>To the first and the last card of a column</source>
        <translation>К первой и последней карточке колонки</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Move the card to another column</source>
        <translation>Перенести карточку в другую колонку</translation>
    </message>
    <message>
        <source>Move the card within its column</source>
        <translation>Передвинуть карточку внутри колонки</translation>
    </message>
    <message>
        <source>Select or deselect the card</source>
        <translation>Выделить карточку или снять выделение</translation>
    </message>
    <message>
        <source>Select several cards</source>
        <translation>Выделить несколько карточек</translation>
    </message>
    <message>
        <source>Select the column</source>
        <translation>Выделить всю колонку</translation>
    </message>
    <message>
        <source>Add a card to the column</source>
        <translation>Добавить карточку в колонку</translation>
    </message>
    <message>
        <source>To the recycle bin</source>
        <translation>В корзину</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) without movement</source>
        <translation>
            <numerusform>%n день без движения</numerusform>
            <numerusform>%n дня без движения</numerusform>
            <numerusform>%n дней без движения</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum of amounts</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Sum weighted by probability</source>
        <translation>Сумма с учётом вероятности</translation>
    </message>
    <message>
        <source>Average age</source>
        <translation>Средний возраст</translation>
    </message>
    <message>
        <source>Without a next step</source>
        <translation>Без следующего дела</translation>
    </message>
    <message numerus="yes">
        <source>age: %n d</source>
        <comment>average, in days</comment>
        <translation>
            <numerusform>возраст: %n дн.</numerusform>
            <numerusform>возраст: %n дн.</numerusform>
            <numerusform>возраст: %n дн.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>unplanned: %1</source>
        <translation>без дел: %1</translation>
    </message>
    <message>
        <source>Repeat</source>
        <comment>the badge of a lead whose client was known</comment>
        <translation>Повторный</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>Nothing here matches the filter</source>
        <translation>Под фильтр здесь ничего не подходит</translation>
    </message>
    <message>
        <source>Final stages</source>
        <translation>Завершённые</translation>
    </message>
    <message>
        <source>No. %1 %2</source>
        <comment>number and title of an item</comment>
        <translation>№%1 %2</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <comment>an activity</comment>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Move the card to the lane above or below</source>
        <translation>Перенести карточку в дорожку выше или ниже</translation>
    </message>
    <message>
        <source>Click to choose which lanes are shown.</source>
        <translation>Нажмите, чтобы выбрать дорожки.</translation>
    </message>
    <message>
        <source>Click to fold or unfold the lane.</source>
        <translation>Нажмите, чтобы свернуть или развернуть дорожку.</translation>
    </message>
    <message>
        <source>New card here</source>
        <translation>Новая карточка здесь</translation>
    </message>
    <message>
        <source>Move to the previous stage</source>
        <translation>Перенести на предыдущую стадию</translation>
    </message>
    <message>
        <source>Fold the column or lane of the card, unfold all</source>
        <translation>Свернуть колонку или дорожку карточки, развернуть все</translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation>Меню колонки</translation>
    </message>
    <message>
        <source>No movement for longer than is usual in its stage; the column’s menu sets how long.</source>
        <translation>Без движения дольше, чем принято на этой стадии; срок задаётся в меню колонки.</translation>
    </message>
    <message>
        <source>Right-click or Alt+Up for its menu, drag to move the column.</source>
        <translation>Меню — правой кнопкой или Alt+↑; порядок колонок — перетаскиванием.</translation>
    </message>
    <message>
        <source>From the day after this week’s last working day, so the weekend too, to the last working day of the next week.</source>
        <translation>Со дня после последнего рабочего дня этой недели, включая выходные (субботу и воскресенье после пятницы), по последний рабочий день следующей.</translation>
    </message>
    <message>
        <source>“%1” is the last column</source>
        <translation>«%1» — последняя колонка</translation>
    </message>
    <message>
        <source>“%1” is the first column</source>
        <translation>«%1» — первая колонка</translation>
    </message>
    <message>
        <source>Cards are not in an order of your own here: choose another one in the view settings</source>
        <translation>Карточки стоят здесь не в вашем порядке: его выбирают в настройках вида</translation>
    </message>
    <message>
        <source>A page of cards up or down</source>
        <translation>На страницу карточек вверх или вниз</translation>
    </message>
    <message>
        <source>Deselect all, let go of what is dragged</source>
        <translation>Снять выделение, отпустить перетаскиваемое</translation>
    </message>
    <message>
        <source>Click to see and complete them, or to plan another one.</source>
        <translation>Щёлкните, чтобы увидеть и выполнить их или запланировать ещё.</translation>
    </message>
    <message>
        <source>What is planned for the card</source>
        <translation>Дела, запланированные по карточке</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BookingChoices</name>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Nothing clashes in these days.</source>
        <translation>В эти дни накладок нет.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Side by side in a day or week</source>
        <translation>Рядом в дне и неделе</translation>
    </message>
    <message>
        <source>Card and hours…</source>
        <translation>Карточка и часы…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BookingQuestion</name>
    <message>
        <source>Book it anyway?</source>
        <translation>Всё равно забронировать?</translation>
    </message>
    <message>
        <source>Book it at another time?</source>
        <translation>Забронировать на другое время?</translation>
    </message>
    <message>
        <source>Free nearby:</source>
        <translation>Свободно рядом:</translation>
    </message>
    <message>
        <source>Book anyway</source>
        <translation>Всё равно забронировать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BulkDesk</name>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>Восстановлено: %1</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Deleted for good: %1</source>
        <translation>Удалено навсегда: %1</translation>
    </message>
    <message>
        <source>Change a field…</source>
        <translation>Изменить поле…</translation>
    </message>
    <message>
        <source>Move to stage</source>
        <translation>Перенести на стадию</translation>
    </message>
    <message>
        <source>Responsible changed: %1</source>
        <translation>Ответственный изменён: %1</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Добавить теги…</translation>
    </message>
    <message>
        <source>Remove tags…</source>
        <translation>Убрать теги…</translation>
    </message>
    <message>
        <source>Plan an activity…</source>
        <translation>Запланировать дело…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Конвертировать</translation>
    </message>
    <message>
        <source>Converted: %1</source>
        <translation>Сконвертировано: %1</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Moved to the recycle bin: %1</source>
        <translation>В корзине: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Tags added: %1</source>
        <translation>Теги добавлены: %1</translation>
    </message>
    <message>
        <source>Tags removed: %1</source>
        <translation>Теги убраны: %1</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Moved to “%2”: %1</source>
        <translation>На стадию «%2» перенесено: %1</translation>
    </message>
    <message>
        <source>Moved out of the stage: %1</source>
        <translation>Перенесено со стадии: %1</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Остановлено досрочно</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n пропущен</numerusform>
            <numerusform>%n пропущены</numerusform>
            <numerusform>%n пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more.</source>
        <translation>
            <numerusform>%1 и ещё %Ln.</numerusform>
            <numerusform>%1 и ещё %Ln.</numerusform>
            <numerusform>%1 и ещё %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>Удалить «%1» насовсем?</translation>
    </message>
    <message>
        <source>Their comments and files are deleted too.</source>
        <translation>Вместе с ними удалятся их комментарии и файлы.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить насовсем</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>They can be restored from there.</source>
        <translation>Из корзины их можно вернуть.</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Теги через запятую</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Moved out of the pipeline: %1</source>
        <translation>Перенесено из воронки: %1</translation>
    </message>
    <message>
        <source>Changing the kind of “%1”</source>
        <translation>Меняется вид поля «%1»</translation>
    </message>
    <message>
        <source>Values converted: %1</source>
        <translation>Перенесено значений: %1</translation>
    </message>
    <message>
        <source>Stages for “%1”</source>
        <translation>Стадии для «%1»</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <comment>how many of what</comment>
        <translation>Удалить насовсем: %1?</translation>
    </message>
    <message>
        <source>Make %1 responsible for %2?</source>
        <comment>a person, how many of what</comment>
        <translation>Ответственный — %1: %2?</translation>
    </message>
    <message>
        <source>Convert %1 to: %2?</source>
        <comment>how many of what, other types</comment>
        <translation>Конвертировать: %1 → %2?</translation>
    </message>
    <message>
        <source>Move %1 to the recycle bin?</source>
        <comment>how many of what</comment>
        <translation>Отправить в корзину: %1?</translation>
    </message>
    <message>
        <source>Add tags to %1</source>
        <comment>how many of what</comment>
        <translation>Добавить теги: %1</translation>
    </message>
    <message>
        <source>Remove tags from %1</source>
        <comment>how many of what</comment>
        <translation>Убрать теги: %1</translation>
    </message>
    <message>
        <source>Move %1 to “%2”?</source>
        <comment>how many of what, a stage</comment>
        <translation>На стадию «%2»: %1?</translation>
    </message>
    <message>
        <source>Emptying “%1”</source>
        <translation>Освобождается «%1»</translation>
    </message>
    <message>
        <source>“%1” has stages. In the first one: %2</source>
        <translation>У «%1» есть стадии. На первой: %2</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <comment>how many of what</comment>
        <translation>Меняется: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BulkFieldDialog</name>
    <message>
        <source>Change a field</source>
        <translation>Изменить поле</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Leave the value empty to clear the field.</source>
        <translation>Пустое значение очистит поле.</translation>
    </message>
    <message>
        <source>Change a field of %1</source>
        <comment>how many of what</comment>
        <translation>Изменить поле: %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>how many of what</comment>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>Clear “%1” of %2?</source>
        <comment>field, how many of what</comment>
        <translation>Очистить поле «%1»: %2?</translation>
    </message>
    <message>
        <source>What stands there goes; one undo brings it back.</source>
        <translation>Что в нём записано, будет стёрто; это отменяется одним действием.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BulkPlanDialog</name>
    <message>
        <source>Plan an activity</source>
        <translation>Запланировать дело</translation>
    </message>
    <message>
        <source>Plan an activity for %1</source>
        <comment>how many of what</comment>
        <translation>Запланировать дело: %1</translation>
    </message>
    <message>
        <source>Contact the client</source>
        <translation>Связаться с клиентом</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Крайний срок</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Enter what to do.</source>
        <translation>Напишите, что нужно сделать.</translation>
    </message>
    <message>
        <source>The deadline in words was not understood.</source>
        <translation>Срок словами не распознан.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::BulkReportDialog</name>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Changed: %1. These were not changed:</source>
        <translation>Изменено: %1. Не изменены:</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <comment>how many of what</comment>
        <translation>Пропущено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Calendar</name>
    <message>
        <source>There is no such day in a calendar.</source>
        <translation>Такого дня в календаре нет.</translation>
    </message>
    <message>
        <source>The time of “%1” is set by the program.</source>
        <translation>Время «%1» ведёт сама программа.</translation>
    </message>
    <message>
        <source>“%1” is on one day: it has no end.</source>
        <translation>«%1» занимает один день: у него нет конца.</translation>
    </message>
    <message>
        <source>The end would be before the beginning.</source>
        <translation>Конец оказался бы раньше начала.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarActs</name>
    <message>
        <source>Copied to %1: %2</source>
        <translation>Скопировано на %1: %2</translation>
    </message>
    <message>
        <source>Moved to %1: %2</source>
        <translation>Перенесено на %1: %2</translation>
    </message>
    <message>
        <source>%1 now: %2</source>
        <comment>when, what</comment>
        <translation>Теперь %1: %2</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>“%1” stays on its day: the program sets “%2” itself.</source>
        <translation>«%1» остаётся на своём дне: дату «%2» ведёт сама программа.</translation>
    </message>
    <message>
        <source>This one is not created yet. Move the open one, or change how it repeats.</source>
        <translation>Это дело ещё не создано. Перенесите открытое или измените повтор.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarBar</name>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Work week</source>
        <translation>Рабочая неделя</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Повестка</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Today (T)</source>
        <translation>Сегодня (T)</translation>
    </message>
    <message>
        <source>Previous (Page Up)</source>
        <translation>Назад (Page Up)</translation>
    </message>
    <message>
        <source>Next (Page Down)</source>
        <translation>Вперёд (Page Down)</translation>
    </message>
    <message>
        <source>Go to a date (G)</source>
        <translation>Перейти к дате (G)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a view and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, go to a date</source>
        <translation>%1, перейти к дате</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an act and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Plan on the selected day</source>
        <translation>Запланировать на выбранный день</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarColours</name>
    <message>
        <source>By kind</source>
        <translation>По виду</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>По стадии</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>По человеку</translation>
    </message>
    <message>
        <source>By room or equipment</source>
        <translation>По переговорной или оборудованию</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarDesk</name>
    <message>
        <source>Planned: %1</source>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open the card: %1</source>
        <translation>Открыть карточку: %1</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Создать здесь</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Перейти к дате…</translation>
    </message>
    <message>
        <source>Free times…</source>
        <translation>Свободное время…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>дело</translation>
    </message>
    <message>
        <source>Planned: %1. It is not linked to anything in this section: see the office calendar.</source>
        <translation>Запланировано: %1. Дело не связано ни с чем из этого раздела, оно видно в общем календаре.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarGesture</name>
    <message>
        <source>busy: %1, %2</source>
        <comment>when, what</comment>
        <translation>занято: %1, %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarImportDialog</name>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>cancelled, not known here</source>
        <translation>отменено, здесь неизвестно</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>здесь удалено</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>В файле ничего нет.</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>Импорт календаря</translation>
    </message>
    <message>
        <source>New ones are for</source>
        <translation>Новые дела для</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>Что изменит файл</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новое</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n изменённое</numerusform>
            <numerusform>%n изменённых</numerusform>
            <numerusform>%n изменённых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n без изменений</numerusform>
            <numerusform>%n без изменений</numerusform>
            <numerusform>%n без изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n отменённое</numerusform>
            <numerusform>%n отменённых</numerusform>
            <numerusform>%n отменённых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled, not known here</source>
        <translation>
            <numerusform>%n отменённое, здесь неизвестное</numerusform>
            <numerusform>%n отменённых, здесь неизвестных</numerusform>
            <numerusform>%n отменённых, здесь неизвестных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted here</source>
        <translation>
            <numerusform>%n удалённое здесь</numerusform>
            <numerusform>%n удалённых здесь</numerusform>
            <numerusform>%n удалённых здесь</numerusform>
        </translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n ответ</numerusform>
            <numerusform>%n ответа</numerusform>
            <numerusform>%n ответов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Переговорные и оборудование</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>Показывать выполненное</translation>
    </message>
    <message>
        <source>New room or equipment…</source>
        <translation>Новая переговорная или оборудование…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Цвет…</translation>
    </message>
    <message>
        <source>What colour should “%1” have?</source>
        <translation>Какой цвет у «%1»?</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>What is the new room or equipment called?</source>
        <translation>Как назвать переговорную или оборудование?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создано: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Nothing in these days matches the filter.</source>
        <translation>В эти дни под фильтр ничего не подходит.</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Your rooms and equipment will be here</source>
        <translation>Здесь будут ваши переговорные и оборудование</translation>
    </message>
    <message>
        <source>Rooms, cars, people, services: whatever is booked by the hour. A name is enough to begin with.</source>
        <translation>Переговорные, машины, люди, услуги — всё, что бронируют на время. Для начала хватит названия.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarPane</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Month, week, work week, day, agenda, year</source>
        <translation>Месяц, неделя, рабочая неделя, день, повестка, год</translation>
    </message>
    <message>
        <source>The period before, and after</source>
        <translation>Предыдущий и следующий период</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Перейти к дате</translation>
    </message>
    <message>
        <source>Go from day to day and from entry to entry</source>
        <translation>От дня ко дню и от записи к записи</translation>
    </message>
    <message>
        <source>Create on the selected day</source>
        <translation>Создать на выбранный день</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Move by a day, or by 15 minutes</source>
        <translation>Перенести на день или на четверть часа</translation>
    </message>
    <message>
        <source>Shorter, longer</source>
        <translation>Короче, длиннее</translation>
    </message>
    <message>
        <source>To the recycle bin</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Side pane</source>
        <translation>Боковая панель</translation>
    </message>
    <message>
        <source>Print this view</source>
        <translation>Напечатать то, что видно</translation>
    </message>
    <message>
        <source>To the first and the last day of the period</source>
        <translation>К первому и последнему дню периода</translation>
    </message>
    <message>
        <source>Let go of what is dragged</source>
        <translation>Отпустить перетаскиваемое</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarPrint</name>
    <message>
        <source>Print the calendar</source>
        <translation>Печать календаря</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarPublisher</name>
    <message>
        <source>The calendar “%1” is not being updated: %2</source>
        <translation>Календарь «%1» не обновляется: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarSection</name>
    <message>
        <source>Show on a day</source>
        <translation>Что показывать в днях</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from one date to another</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Период «с – по»</translation>
    </message>
    <message>
        <source>the calendar</source>
        <translation>календарь</translation>
    </message>
    <message>
        <source>These dates are set by the program: nothing can be created by them.</source>
        <translation>Эти даты ведёт программа: по ним ничего нельзя создать.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>By “%1”</source>
        <comment>a field</comment>
        <translation>По полю «%1»</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Брони</translation>
    </message>
    <message>
        <source>Nothing in these days matches the filter.</source>
        <translation>В эти дни под фильтр ничего не подходит.</translation>
    </message>
    <message>
        <source>Nothing in these days has these words.</source>
        <translation>В эти дни нет ничего с этими словами.</translation>
    </message>
    <message>
        <source>On these days nothing is planned with what the filter leaves.</source>
        <translation>На эти дни с тем, что подходит под фильтр, ничего не запланировано.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarSide</name>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Resources that are booked twice at one time, or by more people than they have places</source>
        <translation>Ресурсы, занятые дважды в одно время или большим числом людей, чем у них мест</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Только это</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message numerus="yes">
        <source>%n clashes</source>
        <translation>
            <numerusform>%n накладка</numerusform>
            <numerusform>%n накладки</numerusform>
            <numerusform>%n накладок</numerusform>
        </translation>
    </message>
    <message>
        <source>Show clashes only</source>
        <translation>Показывать только накладки</translation>
    </message>
    <message>
        <source>Resources</source>
        <comment>rooms and equipment, beside People</comment>
        <translation>Ресурсы</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Переговорные и оборудование</translation>
    </message>
    <message>
        <source>Clashes only</source>
        <translation>Только накладки</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarSurface</name>
    <message>
        <source>%1, %2; %3, entries: %4</source>
        <comment>view, period; day at hand</comment>
        <translation>%1, %2; %3, записей: %4</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>под вопросом</translation>
    </message>
    <message>
        <source>the same resource is already booked at this time</source>
        <translation>этот ресурс в это время уже занят</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Копия: %1</translation>
    </message>
    <message>
        <source>more people than places: %1 of %2</source>
        <translation>людей больше, чем мест: %1 из %2</translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation>ещё не создано</translation>
    </message>
    <message>
        <source>the hold is over, the time is free</source>
        <translation>срок брони вышел, время свободно</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CalendarTransfer</name>
    <message>
        <source>Reading %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message>
        <source>“%1” cannot be imported</source>
        <translation>«%1» не удаётся импортировать</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импорт %1</translation>
    </message>
    <message>
        <source>In which time zone are the times of “%1”?</source>
        <translation>В каком часовом поясе указано время в «%1»?</translation>
    </message>
    <message>
        <source>It names a time zone that nobody knows and does not describe it: %1.</source>
        <translation>В файле назван неизвестный часовой пояс без описания: %1.</translation>
    </message>
    <message>
        <source>The one here: %1</source>
        <translation>Здешний: %1</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardActs</name>
    <message>
        <source>Moved to “%1”</source>
        <translation>Перенесено в стадию «%1»</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>Конвертировать…</translation>
    </message>
    <message>
        <source>Edit all fields</source>
        <translation>Изменить все поля</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Восстановлено</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>Открыть в окне</translation>
    </message>
    <message>
        <source>Create from this</source>
        <translation>Создать на основании</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <comment>title of an item</comment>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Handed over to %1</source>
        <translation>Передано: %1</translation>
    </message>
    <message>
        <source>Configure the card</source>
        <translation>Настроить карточку</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile, so it was left as is.</source>
        <translation>Тем временем это изменил кто-то другой: оставлено как есть.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardContacts</name>
    <message>
        <source>Saved</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Без заметок</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardEntries</name>
    <message>
        <source>Unpinned</source>
        <translation>Откреплено</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Comment deleted</source>
        <translation>Комментарий удалён</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Nothing is left to undo.</source>
        <translation>Отменять уже нечего.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Отменить это</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardFields</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardFiles</name>
    <message>
        <source>Attach a file</source>
        <translation>Прикрепить файл</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Прикреплён: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Удалён: %1</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Добавить файл…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Снимок %1.png</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Не удалось сохранить рисунок.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardHeader</name>
    <message>
        <source>Previous (Alt+Up)</source>
        <translation>Предыдущий (Alt+↑)</translation>
    </message>
    <message>
        <source>Next (Alt+Down)</source>
        <translation>Следующий (Alt+↓)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>created today</source>
        <translation>создано сегодня</translation>
    </message>
    <message>
        <source>created yesterday</source>
        <translation>создано вчера</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>создано %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>in the recycle bin</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>Responsible: %1. Click to hand over</source>
        <translation>Ответственный: %1. Нажмите, чтобы передать</translation>
    </message>
    <message>
        <source>No one is responsible</source>
        <translation>Ответственного нет</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>repeat</source>
        <comment>of an item whose client was known</comment>
        <translation>повторный</translation>
    </message>
    <message>
        <source>Back to “%1” (%2 or Esc)</source>
        <translation>Назад: «%1» (%2 или Esc)</translation>
    </message>
    <message>
        <source>%1 in the stage</source>
        <translation>%1 в стадии</translation>
    </message>
    <message>
        <source>repeat: the same phone</source>
        <translation>повторный: тот же телефон</translation>
    </message>
    <message>
        <source>repeat: the same e-mail</source>
        <translation>повторный: тот же e-mail</translation>
    </message>
    <message>
        <source>repeat: the same phone and e-mail</source>
        <translation>повторный: те же телефон и e-mail</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardHistory</name>
    <message>
        <source>Resolved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Search and filter the history</source>
        <translation>Поиск и фильтр по истории</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Развернуть</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Fold all days</source>
        <translation>Свернуть все дни</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Развернуть всё</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardLights</name>
    <message>
        <source>Due: %1</source>
        <comment>a number of activities</comment>
        <translation>Пора: %1</translation>
    </message>
    <message>
        <source>To be answered: %1</source>
        <comment>a number of activities</comment>
        <translation>Ждут ответа: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardLookDialog</name>
    <message>
        <source>Preview of a card</source>
        <translation>Так будет выглядеть карточка</translation>
    </message>
    <message>
        <source>What cards show</source>
        <translation>Что на карточках</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Client, with Call and Write buttons</source>
        <translation>Клиент, с кнопками «Позвонить» и «Написать»</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Plus a line for each of these (drag to reorder):</source>
        <translation>И по строке для каждого из этих полей (порядок — перетаскиванием):</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Days without movement, when there are too many</source>
        <translation>Дни без движения, если их слишком много</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardMover</name>
    <message>
        <source>This stage no longer exists.</source>
        <translation>Этой стадии больше нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n карточка</numerusform>
            <numerusform>%n карточки</numerusform>
            <numerusform>%n карточек</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a column of a board and a lane</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardPages</name>
    <message>
        <source>Tabs of the card</source>
        <translation>Вкладки карточки</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Таймлайн</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardPanel</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карточка</translation>
    </message>
    <message>
        <source>Edit the field</source>
        <translation>Изменить поле</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Edit all fields</source>
        <translation>Изменить все поля</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>Открыть в окне</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile: choose which value to keep.</source>
        <translation>Тем временем это изменил кто-то другой: выберите, какое значение оставить.</translation>
    </message>
    <message>
        <source>Configure the card</source>
        <translation>Настроить карточку</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>Печать карточки</translation>
    </message>
    <message>
        <source>Previous and next card</source>
        <translation>Предыдущая и следующая карточка</translation>
    </message>
    <message>
        <source>Mention someone in a comment</source>
        <translation>Упомянуть сотрудника в комментарии</translation>
    </message>
    <message>
        <source>The previous and next tab of the card</source>
        <translation>Предыдущая и следующая вкладка карточки</translation>
    </message>
    <message>
        <source>Clients and links</source>
        <translation>Клиенты и связи</translation>
    </message>
    <message>
        <source>Make the primary contact</source>
        <translation>Сделать основным контактом</translation>
    </message>
    <message>
        <source>Move the contact up or down</source>
        <translation>Переместить контакт выше или ниже</translation>
    </message>
    <message>
        <source>Unfold and fold what is linked to it</source>
        <translation>Развернуть и свернуть связанное</translation>
    </message>
    <message>
        <source>Remove the contact or the link</source>
        <translation>Убрать контакт или связь</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Лента</translation>
    </message>
    <message>
        <source>Complete the activity</source>
        <translation>Завершить дело</translation>
    </message>
    <message>
        <source>Pin the entry, or unpin it</source>
        <translation>Закрепить запись или открепить</translation>
    </message>
    <message>
        <source>Edit the comment</source>
        <translation>Изменить комментарий</translation>
    </message>
    <message>
        <source>Delete the comment or activity</source>
        <translation>Удалить комментарий или дело</translation>
    </message>
    <message>
        <source>Copy the entry</source>
        <translation>Скопировать запись</translation>
    </message>
    <message>
        <source>Move a kind of entry to the left or right</source>
        <translation>Переместить вид записи левее или правее</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Move the row up or down</source>
        <translation>Переместить строку выше или ниже</translation>
    </message>
    <message>
        <source>Copy rows, paste rows from a table</source>
        <translation>Скопировать строки, вставить строки из таблицы</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>While the card is configured</source>
        <translation>При настройке карточки</translation>
    </message>
    <message>
        <source>Move the field up or down</source>
        <translation>Переместить поле выше или ниже</translation>
    </message>
    <message>
        <source>Move the field to the section before or after</source>
        <translation>Переместить поле в соседний раздел</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Hide on the card</source>
        <translation>Скрыть на карточке</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Поиск в таймлайне</translation>
    </message>
    <message>
        <source>Go along the stages, choose one</source>
        <translation>Идти по стадиям, выбрать стадию</translation>
    </message>
    <message>
        <source>Open the card of the contact or the link</source>
        <translation>Открыть карточку контакта или связи</translation>
    </message>
    <message>
        <source>Open what the entry is about</source>
        <translation>Открыть то, о чём запись</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Изменить ячейку</translation>
    </message>
    <message>
        <source>Files and history</source>
        <translation>Файлы и история</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>Attach what was copied</source>
        <translation>Приложить скопированное</translation>
    </message>
    <message>
        <source>Copy rows of the history as a table</source>
        <translation>Скопировать строки истории таблицей</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Удалить файл</translation>
    </message>
    <message>
        <source>To the first and the last field</source>
        <translation>К первому и последнему полю</translation>
    </message>
    <message>
        <source>Menu of the field</source>
        <translation>Меню поля</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Back to the card whose link led here</source>
        <translation>Назад к карточке, из которой пришли</translation>
    </message>
    <message>
        <source>Fold what stands under a heading, and unfold it</source>
        <translation>Свернуть и развернуть то, что под заголовком</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardPrint</name>
    <message>
        <source>Print the card</source>
        <translation>Печать карточки</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Without history</source>
        <translation>Без истории</translation>
    </message>
    <message numerus="yes">
        <source>Last %n entries</source>
        <translation>
            <numerusform>%n последняя запись</numerusform>
            <numerusform>%n последние записи</numerusform>
            <numerusform>%n последних записей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and number of an item, its title</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardTabsDialog</name>
    <message>
        <source>Tabs of the card</source>
        <translation>Вкладки карточки</translation>
    </message>
    <message>
        <source>Enter shows or hides, Alt+Up and Alt+Down move.</source>
        <translation>Enter показывает и прячет, Alt+↑ и Alt+↓ двигают.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>не показана</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>На карточке</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardTitle</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Title: %1</source>
        <translation>Название: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardViewBar</name>
    <message>
        <source>Card view</source>
        <translation>Вид карточки</translation>
    </message>
    <message>
        <source>Configure the card (Ctrl+Shift+K)</source>
        <translation>Настроить карточку (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Manage card views…</source>
        <translation>Управлять видами карточки…</translation>
    </message>
    <message>
        <source>Others</source>
        <comment>views of the card</comment>
        <translation>Другие</translation>
    </message>
    <message>
        <source>The office has set “%1” for you: you cannot choose another view.</source>
        <translation>Офис закрепил за вами вид «%1»: выбрать другой нельзя.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardViewsDialog</name>
    <message>
        <source>fixed</source>
        <translation>закреплён</translation>
    </message>
    <message>
        <source>Card views</source>
        <translation>Виды карточек</translation>
    </message>
    <message>
        <source>Card views: %1</source>
        <translation>Виды карточек: %1</translation>
    </message>
    <message>
        <source>People see the first view here that is meant for them until they choose another. Enter or ⋯ opens the menu, F2 renames, Alt+Up and Alt+Down move.</source>
        <translation>Пока человек не выбрал сам, он видит первый из видов, назначенных ему. Enter или ⋯ открывает меню, F2 переименовывает, Alt+↑ и Alt+↓ двигают.</translation>
    </message>
    <message>
        <source>New view…</source>
        <translation>Новый вид…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>New view of the card</source>
        <translation>Новый вид карточки</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Fix it: no other view can be chosen</source>
        <translation>Закрепить: другой вид выбрать нельзя</translation>
    </message>
    <message>
        <source>Reset to the defaults of the type</source>
        <translation>Сбросить к исходному виду типа</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>View deleted: %1</source>
        <translation>Вид удалён: %1</translation>
    </message>
    <message>
        <source>For whom…</source>
        <translation>Для кого…</translation>
    </message>
    <message>
        <source>In the pipeline</source>
        <translation>В воронке</translation>
    </message>
    <message>
        <source>In all pipelines</source>
        <translation>Во всех воронках</translation>
    </message>
    <message>
        <source>Who is “%1” for?</source>
        <translation>Для кого вид «%1»?</translation>
    </message>
    <message>
        <source>A department includes its subdepartments. If nobody is ticked, anyone can choose the view.</source>
        <translation>Отдел включает вложенные отделы. Никто не отмечен: вид может выбрать любой.</translation>
    </message>
    <message>
        <source>Departments and people</source>
        <translation>Отделы и люди</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Сброшено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardsSection</name>
    <message>
        <source>“%1” moved to “%2”</source>
        <translation>«%1» перенесено в «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) moved to “%1”</source>
        <translation>
            <numerusform>%n карточка перенесена на «%1»</numerusform>
            <numerusform>%n карточки перенесены на «%1»</numerusform>
            <numerusform>%n карточек перенесено на «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to “%2”: %1</source>
        <translation>В «%2» перенесено: %1</translation>
    </message>
    <message>
        <source>The client has no phone yet.</source>
        <translation>У клиента пока нет телефона.</translation>
    </message>
    <message>
        <source>The client has no e-mail yet.</source>
        <translation>У клиента пока нет e-mail.</translation>
    </message>
    <message>
        <source>What cards show…</source>
        <translation>Что на карточках…</translation>
    </message>
    <message>
        <source>New card here</source>
        <translation>Новая карточка здесь</translation>
    </message>
    <message>
        <source>Select all cards</source>
        <translation>Выбрать все карточки</translation>
    </message>
    <message>
        <source>Unfold the column</source>
        <translation>Развернуть колонку</translation>
    </message>
    <message>
        <source>Fold the column</source>
        <translation>Свернуть колонку</translation>
    </message>
    <message>
        <source>“%1” stays in “%2”: something else planned for it comes first</source>
        <translation>«%1» остаётся в «%2»: раньше стоит другое дело</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Шире</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Уже</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ChecklistEditor</name>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Новый шаг</translation>
    </message>
    <message>
        <source>Add a step, Enter for the next one</source>
        <translation>Добавить шаг, Enter — следующий</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>Готово %1 из %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ChoiceButton</name>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ClientBlock</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Client: %1</source>
        <translation>Клиент: %1</translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>The primary contact</source>
        <translation>Основной контакт</translation>
    </message>
    <message>
        <source>Make %1 the primary contact (Ctrl+Shift+Up)</source>
        <translation>Сделать основным контактом: %1 (Ctrl+Shift+Вверх)</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Позвонить: %1</translation>
    </message>
    <message>
        <source>Write a message to %1</source>
        <translation>Написать сообщение: %1</translation>
    </message>
    <message>
        <source>Write an e-mail to %1</source>
        <translation>Написать письмо: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать: %1</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Make the primary contact</source>
        <translation>Сделать основным контактом</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ClientField</name>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Add: name, phone or e-mail</source>
        <translation>Добавить: имя, телефон или e-mail</translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation>Добавить клиента</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Также: %1</translation>
    </message>
    <message>
        <source>Create: %1 “%2”</source>
        <comment>kind of item, its name</comment>
        <translation>Создать: %1 «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n more contact(s)</source>
        <translation>
            <numerusform>Ещё %n контакт</numerusform>
            <numerusform>Ещё %n контакта</numerusform>
            <numerusform>Ещё %n контактов</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer contacts</source>
        <translation>Показать меньше контактов</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ColourEditor</name>
    <message>
        <source>Choose a colour</source>
        <translation>Выбрать цвет</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is not a colour. Choose one, or write it as #2d69fe.</source>
        <translation>«%1» — не цвет. Выберите цвет или запишите его как #2d69fe.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>List columns</source>
        <translation>Столбцы списка</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Вернуть исходное</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message>
        <source>Shown, from left to right</source>
        <translation>Показаны, слева направо</translation>
    </message>
    <message>
        <source>Drag to reorder, or press Alt+Up and Alt+Down; Delete removes.</source>
        <translation>Порядок меняют мышью или клавишами Alt+↑ и Alt+↓; Delete убирает столбец.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Arrow keys move through the results, Enter chooses, Esc closes.</source>
        <translation>Стрелки — выбор из найденного, Enter — открыть, Esc — закрыть.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Go to a card, section or action</source>
        <translation>Перейти к карточке, разделу или действию</translation>
    </message>
    <message>
        <source>Nothing found.
Cards are found by title, number, phone or e-mail, from three characters on.</source>
        <translation>Ничего не найдено.
Карточки ищутся по названию, номеру, телефону и почте, начиная с трёх знаков.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CommentPage</name>
    <message>
        <source>Write a comment: **bold**, *italic*, - list, @ mentions</source>
        <translation>Напишите комментарий: **жирный**, *курсив*, - список, @ — упомянуть</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Mention someone</source>
        <translation>Упомянуть человека</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Добавить комментарий</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Write something first (Ctrl+Enter saves)</source>
        <translation>Сначала напишите что-нибудь (Ctrl+Enter сохраняет)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Mention a colleague, who is then notified (%1)</source>
        <translation>Упомянуть коллегу: он получит уведомление (%1)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CompanyPage</name>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>shown above the sections and in the window title</source>
        <translation>показывается над разделами и в заголовке окна</translation>
    </message>
    <message>
        <source>Tax ID</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>shown before the name</source>
        <translation>показывается перед названием</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Всё остальное</translation>
    </message>
    <message>
        <source>addresses, phones and all other fields of companies</source>
        <translation>адреса, телефоны и любые поля, которые есть у компаний</translation>
    </message>
    <message>
        <source>Your company is one of those in “Companies”: if the name is already there, that one is used. Every change can be undone.</source>
        <translation>Ваша компания — одна из раздела «Компании»: если такое название там уже есть, берётся она. Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>The logo was removed</source>
        <translation>Логотип убран</translation>
    </message>
    <message>
        <source>Enter the company&apos;s name first</source>
        <translation>Сначала введите название компании</translation>
    </message>
    <message>
        <source>No company is set</source>
        <translation>Своя компания не указана</translation>
    </message>
    <message>
        <source>Tax ID: %1</source>
        <translation>ИНН: %1</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Выберите логотип</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Картинки (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>The logo was chosen</source>
        <translation>Логотип выбран</translation>
    </message>
    <message>
        <source>Company: %1</source>
        <translation>Компания: %1</translation>
    </message>
    <message>
        <source>details, logo, legal entity</source>
        <translation>реквизиты, логотип, юридическое лицо</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Composer</name>
    <message>
        <source>the comment that is being written</source>
        <translation>комментарий, который пишется</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Черновик: %1</translation>
    </message>
    <message>
        <source>Save the comment “%1”?</source>
        <translation>Сохранить комментарий «%1»?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Plan the activity “%1” and save the comment?</source>
        <translation>Запланировать дело «%1» и сохранить комментарий?</translation>
    </message>
    <message>
        <source>Plan and save</source>
        <translation>Запланировать и сохранить</translation>
    </message>
    <message>
        <source>Plan the activity “%1”?</source>
        <translation>Запланировать дело «%1»?</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Комментарий…</translation>
    </message>
    <message>
        <source>Plan an activity…</source>
        <translation>Запланировать дело…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ComposerKinds</name>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Drag, or %1, to change the order</source>
        <translation>Порядок меняется перетаскиванием или клавишами %1</translation>
    </message>
    <message>
        <source>Attach a file (or drop it on the card)</source>
        <translation>Прикрепить файл (или бросьте его на карточку)</translation>
    </message>
    <message>
        <source>Other kinds of activities</source>
        <translation>Другие виды дел</translation>
    </message>
    <message>
        <source>Show as a button</source>
        <translation>Показать кнопкой</translation>
    </message>
    <message>
        <source>Usual order</source>
        <translation>Обычный порядок</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Левее</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Правее</translation>
    </message>
    <message>
        <source>Put behind “…”</source>
        <translation>Убрать под «…»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ComputerPage</name>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>Отменить последнее изменение (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Reminder window</source>
        <translation>Окно напоминаний</translation>
    </message>
    <message>
        <source>on top of other windows, never takes the keyboard</source>
        <translation>поверх других окон, не мешает печатать</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Уведомления рабочего стола</translation>
    </message>
    <message>
        <source>not available on this desktop</source>
        <translation>на этом рабочем столе недоступны</translation>
    </message>
    <message>
        <source>with buttons to complete and snooze</source>
        <translation>с кнопками «Сделано» и «Отложить»</translation>
    </message>
    <message>
        <source>without buttons on this desktop</source>
        <translation>на этом рабочем столе без кнопок</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Спросить</translation>
    </message>
    <message>
        <source>Keep reminding from the tray</source>
        <translation>Напоминать из трея</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>When the last window is closed</source>
        <translation>Когда закрыто последнее окно</translation>
    </message>
    <message>
        <source>This desktop has no tray: reminders stop when the last window is closed, and what was missed is shown at the next start.</source>
        <translation>На этом рабочем столе нет трея: напоминания прекращаются с последним окном, а пропущенное показывается при следующем запуске.</translation>
    </message>
    <message>
        <source>Start hidden when you sign in</source>
        <translation>Запускать скрытой при входе в систему</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Запуск вместе с компьютером</translation>
    </message>
    <message>
        <source>so that nothing is missed before the window is opened</source>
        <translation>чтобы ничего не пропустить до открытия окна</translation>
    </message>
    <message>
        <source>theme, dark mode, language, scale, tray, notifications</source>
        <translation>тема, тёмный режим, язык, масштаб, трей, уведомления</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ConditionRow</name>
    <message>
        <source>from</source>
        <comment>a number</comment>
        <translation>от</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a number</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>Remove this field from the filter</source>
        <translation>Убрать поле из фильтра</translation>
    </message>
    <message>
        <source>is</source>
        <translation>это</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>одно из</translation>
    </message>
    <message>
        <source>none of</source>
        <translation>ни одно из</translation>
    </message>
    <message>
        <source>has been in</source>
        <translation>была на стадии</translation>
    </message>
    <message>
        <source>in the period</source>
        <translation>в периоде</translation>
    </message>
    <message>
        <source>not in the period</source>
        <translation>не в периоде</translation>
    </message>
    <message>
        <source>from – to</source>
        <translation>от – до</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>больше</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>меньше</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>не содержит</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>заполнено</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1: comparison</source>
        <translation>%1: сравнение</translation>
    </message>
    <message>
        <source>Remove from the filter: %1</source>
        <translation>Убрать из фильтра: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ConflictsDialog</name>
    <message>
        <source>Conflicts</source>
        <translation>Конфликты</translation>
    </message>
    <message>
        <source>Changed in two places at once</source>
        <translation>Изменено в двух местах сразу</translation>
    </message>
    <message>
        <source>The later change is in effect. Use the other one where it is right; everyone you exchange files with gets your decision.</source>
        <translation>Действует более позднее изменение. Если верно другое, примите его; ваше решение получат все, с кем вы обмениваетесь файлами.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>In effect</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Keep current</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Use the other one</source>
        <translation>Взять другое</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>value and who wrote it</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>There are no open conflicts</source>
        <translation>Открытых конфликтов нет</translation>
    </message>
    <message>
        <source>When two people change the same field before they exchange files, both values will be here.</source>
        <translation>Если двое до обмена файлами изменят одно и то же поле, оба значения будут здесь.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Сначала выберите строку.</translation>
    </message>
    <message>
        <source>It is not of a card.</source>
        <translation>Это изменено не в карточке.</translation>
    </message>
    <message>
        <source>Choose one row.</source>
        <translation>Выберите одну строку.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ContactDraft</name>
    <message>
        <source>Discard (Esc)</source>
        <translation>Не записывать (Esc)</translation>
    </message>
    <message>
        <source>What was the result?</source>
        <translation>Чем закончилось?</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Save and plan next…</source>
        <translation>Записать и запланировать…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ContactTicks</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <comment>people</comment>
        <translation>
            <numerusform>Добавить %n</numerusform>
            <numerusform>Добавить %n</numerusform>
            <numerusform>Добавить %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>Контакты: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ConversionDialog</name>
    <message>
        <source>Convert: %1</source>
        <translation>Конвертация: %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Where each value goes</source>
        <translation>Что куда попадёт</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Конвертировать</translation>
    </message>
    <message>
        <source>the client: %1</source>
        <translation>клиент: %1</translation>
    </message>
    <message>
        <source>matched by phone: %1</source>
        <translation>найден по телефону: %1</translation>
    </message>
    <message>
        <source>matched by e-mail: %1</source>
        <translation>найден по e-mail: %1</translation>
    </message>
    <message>
        <source>matched by name: %1</source>
        <translation>найдена по названию: %1</translation>
    </message>
    <message>
        <source>Where each value goes (double-click or F2 to edit):</source>
        <translation>Что куда попадёт (двойной щелчок или F2 — изменить):</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Pipeline: %1</source>
        <translation>Воронка: %1</translation>
    </message>
    <message>
        <source>%1: %2 is required</source>
        <comment>type and field</comment>
        <translation>%1: нужно заполнить «%2»</translation>
    </message>
    <message>
        <source>What should be created from “%1”?</source>
        <translation>Что создать из «%1»?</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CopyLink</name>
    <message>
        <source>Copy link</source>
        <translation>Скопировать ссылку</translation>
    </message>
    <message>
        <source>Link copied. “Go to anything” (Ctrl+K) opens it.</source>
        <translation>Ссылка скопирована. Её открывает «Перейти куда угодно» (Ctrl+K).</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayCard</name>
    <message>
        <source>Open the card (Enter)</source>
        <translation>Открыть карточку (Enter)</translation>
    </message>
    <message>
        <source>%1 · for %2</source>
        <comment>a stage, how long</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Call %1</source>
        <comment>a number, or a number and whose it is</comment>
        <translation>Позвонить: %1</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <comment>an address, or an address and whose it is</comment>
        <translation>Написать: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayGrid</name>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayPage</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>An hour later</source>
        <translation>На час позже</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>На день позже</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>На следующий понедельник</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написать</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Стадия</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Позже сегодня</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Заметка к делу</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Мой день</translation>
    </message>
    <message>
        <source>What to do today</source>
        <translation>Что нужно сделать сегодня</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>What was the result? (T) Enter saves it and completes</source>
        <translation>Чем закончилось? (T) Enter запишет и выполнит</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>осталось %Ln дело</numerusform>
            <numerusform>осталось %Ln дела</numerusform>
            <numerusform>осталось %Ln дел</numerusform>
        </translation>
    </message>
    <message>
        <source>needs a reply</source>
        <translation>ждёт ответа</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>number</comment>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Postponed: %1</source>
        <comment>number</comment>
        <translation>Перенесено: %1</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <comment>number</comment>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes the last one.</source>
        <translation>Ctrl+Z отменит последнее.</translation>
    </message>
    <message>
        <source>All done for today</source>
        <translation>На сегодня всё</translation>
    </message>
    <message>
        <source>What falls due, and what clients are waiting for, will be here.</source>
        <translation>Здесь появится то, чему подходит срок и чего ждут клиенты.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Postponed: %1</source>
        <translation>Перенесено: %1</translation>
    </message>
    <message>
        <source>There is no number to call.</source>
        <translation>Нет номера для звонка.</translation>
    </message>
    <message>
        <source>There is no address to write to.</source>
        <translation>Нет адреса для письма.</translation>
    </message>
    <message>
        <source>%1 · overdue by %2</source>
        <comment>when, how long</comment>
        <translation>%1 · просрочено на %2</translation>
    </message>
    <message>
        <source>Won: %1</source>
        <comment>number</comment>
        <translation>Выиграно: %1</translation>
    </message>
    <message>
        <source>What was done…</source>
        <translation>Что сделано…</translation>
    </message>
    <message>
        <source>Go from activity to activity</source>
        <translation>Идти от дела к делу</translation>
    </message>
    <message>
        <source>Leave the note, answer nothing</source>
        <translation>Выйти из заметки, не отвечать</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>осталось не меньше %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayQueue</name>
    <message>
        <source>reply</source>
        <translation>ответить</translation>
    </message>
    <message>
        <source>later today, “%1”</source>
        <translation>позже сегодня, «%1»</translation>
    </message>
    <message>
        <source>skipping, “%1”</source>
        <translation>пропуск, «%1»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DayUndo</name>
    <message>
        <source>Nothing is left to undo.</source>
        <translation>Отменять уже нечего.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, what was done</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DeadlineLine</name>
    <message>
        <source>Deadline in words</source>
        <translation>Срок словами</translation>
    </message>
    <message>
        <source>or in words: fri 15:00, +3d</source>
        <translation>или словами: пт 15:00, +3д</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>не понято</translation>
    </message>
    <message>
        <source>Usual deadlines</source>
        <translation>Обычные сроки</translation>
    </message>
    <message>
        <source>today 18:00</source>
        <comment>a deadline in words</comment>
        <translation>сегодня 18:00</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>a deadline in words</comment>
        <translation>завтра</translation>
    </message>
    <message>
        <source>in 2 days</source>
        <comment>a deadline in words</comment>
        <translation>через 2 дня</translation>
    </message>
    <message>
        <source>in 3 days</source>
        <comment>a deadline in words</comment>
        <translation>через 3 дня</translation>
    </message>
    <message>
        <source>Monday</source>
        <comment>a deadline in words</comment>
        <translation>понедельник</translation>
    </message>
    <message>
        <source>in a week</source>
        <comment>a deadline in words</comment>
        <translation>через неделю</translation>
    </message>
    <message>
        <source>end of month</source>
        <comment>a deadline in words</comment>
        <translation>конец месяца</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DefaultChoice</name>
    <message>
        <source>Empty</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Whoever creates the card</source>
        <translation>Кто создаёт карточку</translation>
    </message>
    <message>
        <source>The day it is created</source>
        <translation>День создания</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>Через %n день</numerusform>
            <numerusform>Через %n дня</numerusform>
            <numerusform>Через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty, or a date</source>
        <translation>Пусто или дата</translation>
    </message>
    <message>
        <source>As in “%1”: %2</source>
        <comment>a link, and the field of what it leads to</comment>
        <translation>Из поля «%1»: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DefinitionList</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Здесь пока пусто</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Demo</name>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Fill it in first.</source>
        <translation>Сначала заполните это.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::DroppedFiles</name>
    <message>
        <source>Tables (.csv), calendars (.ics) and files of Kartoteka can be dropped here.</source>
        <translation>Сюда можно перетащить таблицы (.csv), календари (.ics) и файлы Картотеки.</translation>
    </message>
    <message>
        <source>“%1” is a folder: drop the files that are in it.</source>
        <translation>«%1» — это папка: перетащите файлы, которые в ней лежат.</translation>
    </message>
    <message>
        <source>“%1” is a letter, and letters are not read. Attach it to the card it is about.</source>
        <translation>«%1» — это письмо, а письма не читаются. Приложите его к карточке, к которой оно относится.</translation>
    </message>
    <message>
        <source>“%1” is not read.</source>
        <translation>«%1» не читается.</translation>
    </message>
    <message>
        <source>Open the office&apos;s file first, then “%1” can be read into it.</source>
        <translation>Сначала откройте файл организации, тогда «%1» можно будет прочитать в него.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… и ещё %n.</numerusform>
            <numerusform>… и ещё %n.</numerusform>
            <numerusform>… и ещё %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>Не прочитан %n файл</numerusform>
            <numerusform>Не прочитаны %n файла</numerusform>
            <numerusform>Не прочитано %n файлов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::EntryForm</name>
    <message>
        <source>What to do</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Переговорные и оборудование</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Подробнее…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter what to do.</source>
        <translation>Напишите, что нужно сделать.</translation>
    </message>
    <message>
        <source>Client, deal or lead</source>
        <translation>Клиент, сделка или лид</translation>
    </message>
    <message>
        <source>Room, equipment</source>
        <translation>Переговорная, оборудование</translation>
    </message>
    <message>
        <source>Choose the room or equipment to book.</source>
        <translation>Выберите переговорную или оборудование, которые нужно занять.</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>Новое дело</translation>
    </message>
</context>
<context>
    <name>Kartoteka::EntryTimes</name>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Весь день</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, до: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ExchangeDesk</name>
    <message>
        <source>Exchange files (*.kartoteka-exchange)</source>
        <translation>Файлы обмена (*.kartoteka-exchange)</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Куда сохранить копию</translation>
    </message>
    <message>
        <source>Kartoteka files (*.kartoteka)</source>
        <translation>Файлы Картотеки (*.kartoteka)</translation>
    </message>
    <message>
        <source>Copying the office for %1</source>
        <translation>Копирование офиса для «%1»</translation>
    </message>
    <message>
        <source>Write exchange file</source>
        <translation>Записать файл обмена</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Запись %1</translation>
    </message>
    <message numerus="yes">
        <source>Written for %1: %n change(s), %2</source>
        <translation>
            <numerusform>Записано для «%1»: %n изменение, %2</numerusform>
            <numerusform>Записано для «%1»: %n изменения, %2</numerusform>
            <numerusform>Записано для «%1»: %n изменений, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Read exchange file</source>
        <translation>Прочитать файл обмена</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>Просмотр %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Чтение %1</translation>
    </message>
    <message numerus="yes">
        <source>Read from %1: %n change(s)</source>
        <translation>
            <numerusform>Прочитано от «%1»: %n изменение</numerusform>
            <numerusform>Прочитано от «%1»: %n изменения</numerusform>
            <numerusform>Прочитано от «%1»: %n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the exchange folder (%1): %n change(s)</source>
        <translation>
            <numerusform>Из папки обмена (%1): %n изменение</numerusform>
            <numerusform>Из папки обмена (%1): %n изменения</numerusform>
            <numerusform>Из папки обмена (%1): %n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to look at: menu Exchange</source>
        <translation>
            <numerusform>%n конфликт ждёт решения: меню «Обмен»</numerusform>
            <numerusform>%n конфликта ждут решения: меню «Обмен»</numerusform>
            <numerusform>%n конфликтов ждут решения: меню «Обмен»</numerusform>
        </translation>
    </message>
    <message>
        <source>Read “%1” anyway?</source>
        <translation>Всё равно прочитать «%1»?</translation>
    </message>
    <message>
        <source>Read anyway</source>
        <translation>Всё равно прочитать</translation>
    </message>
    <message>
        <source>“%1” was not read</source>
        <translation>«%1» не прочитан</translation>
    </message>
    <message>
        <source>Who will use the copy?</source>
        <translation>Кто будет работать с копией?</translation>
    </message>
    <message>
        <source>The name is shown next to what they do</source>
        <translation>Имя видно рядом с тем, что он делает</translation>
    </message>
    <message>
        <source>Choose where to save it…</source>
        <translation>Выбрать, куда сохранить…</translation>
    </message>
    <message>
        <source>Seat %1 for %2 is ready</source>
        <translation>Место %1 для «%2» готово</translation>
    </message>
    <message>
        <source>The copy is in “%1”. Take this file to the laptop and open it there with Kartoteka. Changes on both sides travel in exchange files: menu Exchange.</source>
        <translation>Копия в файле «%1». Перенесите его на ноутбук и откройте там в Картотеке. Изменения с обеих сторон передаются файлами обмена: меню «Обмен».</translation>
    </message>
    <message>
        <source>There is no one to write a file for yet</source>
        <translation>Пока не для кого записывать</translation>
    </message>
    <message>
        <source>An exchange file is for another seat. Create one for a laptop first.</source>
        <translation>Файл обмена нужен другому месту. Сначала создайте место для ноутбука.</translation>
    </message>
    <message>
        <source>New seat for a laptop…</source>
        <translation>Новое место для ноутбука…</translation>
    </message>
    <message>
        <source>“%1” is encrypted</source>
        <translation>«%1» зашифрован</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Nothing was read from “%1”</source>
        <translation>Из «%1» ничего не прочитано</translation>
    </message>
    <message>
        <source>The exchange folder is encrypted</source>
        <translation>Папка обмена зашифрована</translation>
    </message>
    <message>
        <source>This computer has no keychain for its passphrase, so you are asked for it at each start.</source>
        <translation>На этом компьютере нет связки ключей, поэтому парольная фраза запрашивается при каждом запуске.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ExchangePage</name>
    <message>
        <source>Exchange and backups</source>
        <translation>Обмен и резервные копии</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Резервные копии…</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Последняя копия</translation>
    </message>
    <message>
        <source>one a day, made automatically and kept next to the file</source>
        <translation>создаётся автоматически раз в день и хранится рядом с файлом</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Seats and exchange folder</source>
        <translation>Рабочие места и папка обмена</translation>
    </message>
    <message>
        <source>who has a copy, what is waiting, which folder is used</source>
        <translation>у кого есть копия, что ждёт отправки, через какую папку идёт обмен</translation>
    </message>
    <message>
        <source>Status and folder…</source>
        <translation>Состояние и папка…</translation>
    </message>
    <message>
        <source>Another seat</source>
        <translation>Ещё одно рабочее место</translation>
    </message>
    <message>
        <source>a copy of the file for a laptop, which exchanges with this one</source>
        <translation>копия файла для ноутбука, которая обменивается с этим файлом</translation>
    </message>
    <message>
        <source>New seat for a laptop…</source>
        <translation>Новое место для ноутбука…</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Конфликты</translation>
    </message>
    <message>
        <source>what was changed in two places at once</source>
        <translation>что изменили в двух местах сразу</translation>
    </message>
    <message>
        <source>Conflicts…</source>
        <translation>Конфликты…</translation>
    </message>
    <message>
        <source>Daily backups to keep</source>
        <translation>Хранить ежедневных копий</translation>
    </message>
    <message>
        <source>the latest of each day, for this many days</source>
        <translation>последняя за день, за столько дней</translation>
    </message>
    <message>
        <source>Weekly backups to keep</source>
        <translation>Хранить еженедельных копий</translation>
    </message>
    <message>
        <source>the latest of each week, for this many weeks</source>
        <translation>последняя за неделю, за столько недель</translation>
    </message>
    <message>
        <source>Monthly backups to keep</source>
        <translation>Хранить ежемесячных копий</translation>
    </message>
    <message>
        <source>the latest of each month, for this many months</source>
        <translation>последняя за месяц, за столько месяцев</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>Calendar for other programs</source>
        <translation>Календарь для других программ</translation>
    </message>
    <message>
        <source>Calendar kept in a folder</source>
        <translation>Календарь в папке</translation>
    </message>
    <message>
        <source>an .ics file that phones and other calendars subscribe to; updated on every change</source>
        <translation>файл .ics, на который подписываются телефоны и другие календари; он обновляется при каждом изменении</translation>
    </message>
    <message>
        <source>What the calendar holds</source>
        <translation>Что в календаре</translation>
    </message>
    <message>
        <source>open activities, and those done in the last 90 days</source>
        <translation>невыполненные дела и выполненные за последние 90 дней</translation>
    </message>
    <message>
        <source>Several people, or one with a laptop, work with copies of the same file, each at a seat of their own. What one of them changes goes to the others as a small file: by hand, or by itself through a shared folder. Nobody waits for anybody, and nothing is overwritten unseen: what was changed in two places is shown as a conflict.</source>
        <translation>Несколько человек — или один, но с ноутбуком, — работают с копиями одного файла, каждый на своём рабочем месте. Изменения передаются остальным маленьким файлом: вручную или сами, через общую папку. Никто никого не ждёт, и ничего не пропадает незаметно: изменённое сразу в двух местах показывается как конфликт.</translation>
    </message>
    <message>
        <source>synchronization, laptop, restore, copies</source>
        <translation>синхронизация, ноутбук, восстановление, бэкап</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ExchangeWatch</name>
    <message>
        <source>Nothing from other seats yet</source>
        <translation>От других мест ещё ничего не приходило</translation>
    </message>
    <message>
        <source>Last file from another seat: %1</source>
        <translation>Последний файл от другого места: %1</translation>
    </message>
    <message>
        <source>Changes waiting to be sent: %1</source>
        <translation>Ждут отправки изменений: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldChooser</name>
    <message>
        <source>Find a field</source>
        <translation>Найти поле</translation>
    </message>
    <message>
        <source>Fields that are not on the card</source>
        <translation>Поля, которых нет на карточке</translation>
    </message>
    <message>
        <source>Create a field…</source>
        <translation>Создать поле…</translation>
    </message>
    <message>
        <source>Create the field “%1”…</source>
        <translation>Создать поле «%1»…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldDialog</name>
    <message>
        <source>New field of “%1”</source>
        <translation>Новое поле: %1</translation>
    </message>
    <message>
        <source>Field “%1”</source>
        <translation>Поле «%1»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Holds several values</source>
        <translation>Несколько значений</translation>
    </message>
    <message>
        <source>Links to</source>
        <translation>Ссылается на</translation>
    </message>
    <message>
        <source>Its own list</source>
        <translation>Собственный список</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a list, and the type it is of</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Values, one a line</source>
        <translation>Значения, по одному в строке</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>По одному в строке</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательно для заполнения</translation>
    </message>
    <message>
        <source>Duplicates allowed</source>
        <translation>Повторы разрешены</translation>
    </message>
    <message>
        <source>Warn about duplicates</source>
        <translation>Предупреждать о повторах</translation>
    </message>
    <message>
        <source>Do not allow duplicates</source>
        <translation>Не допускать повторов</translation>
    </message>
    <message>
        <source>Shown while filling it in</source>
        <translation>Видна при заполнении</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Show changes in the timeline</source>
        <translation>Показывать изменения в таймлайне</translation>
    </message>
    <message>
        <source>Show as a tab there</source>
        <translation>Показывать там вкладкой</translation>
    </message>
    <message>
        <source>The program relies on this code</source>
        <translation>На этот код опирается программа</translation>
    </message>
    <message>
        <source>For filters, files and the command line. Filters still understand the old code.</source>
        <translation>Для фильтров, файлов и командной строки. Старый код фильтры тоже понимают.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Где используется</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Ищем…</translation>
    </message>
    <message>
        <source>nowhere else</source>
        <translation>больше нигде</translation>
    </message>
    <message>
        <source>Field changed: %1</source>
        <translation>Поле изменено: %1</translation>
    </message>
    <message>
        <source>Field added: %1</source>
        <translation>Поле добавлено: %1</translation>
    </message>
    <message>
        <source>Cards of any type</source>
        <translation>Карточки любого типа</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Повторы</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the values…</source>
        <translation>Изменить значения…</translation>
    </message>
    <message>
        <source>Add the new field?</source>
        <translation>Добавить новое поле?</translation>
    </message>
    <message>
        <source>Add the field “%1”?</source>
        <translation>Добавить поле «%1»?</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldEditor</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money.</source>
        <translation>«%1» — не денежная сумма.</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(не выбрано)</translation>
    </message>
    <message>
        <source>%1: currency</source>
        <translation>%1: валюта</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldForm</name>
    <message>
        <source>Hide empty fields</source>
        <translation>Скрыть пустые поля</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a person, a time</comment>
        <translation>%1 в %2</translation>
    </message>
    <message>
        <source>Only the main fields</source>
        <translation>Только основные поля</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message numerus="yes">
        <source>%n more empty field(s)</source>
        <translation>
            <numerusform>Ещё %n пустое поле</numerusform>
            <numerusform>Ещё %n пустых поля</numerusform>
            <numerusform>Ещё %n пустых полей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldRow</name>
    <message>
        <source>Click to edit (Enter)</source>
        <translation>Щёлкните, чтобы изменить (Enter)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>Click to choose a file (Enter)</source>
        <translation>Нажмите, чтобы выбрать файл (Enter)</translation>
    </message>
    <message>
        <source>Enter chooses a file</source>
        <translation>Enter — выбрать файл</translation>
    </message>
    <message>
        <source>Enter edits it</source>
        <translation>Enter — изменить</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Meanwhile it became “%1”.</source>
        <translation>Тем временем стало «%1».</translation>
    </message>
    <message>
        <source>%1 wrote “%2”.</source>
        <translation>%1: «%2».</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldRowMenu</name>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Field settings…</source>
        <translation>Настройки поля…</translation>
    </message>
    <message>
        <source>Values of the list…</source>
        <translation>Значения списка…</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Написать: %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Позвонить: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FileDialog</name>
    <message>
        <source>This name is too long</source>
        <translation>Это имя слишком длинное</translation>
    </message>
    <message>
        <source>Use a name shorter than 100 characters.</source>
        <translation>Назовите файл короче, чем в 100 знаков.</translation>
    </message>
    <message>
        <source>There is no folder “%1”</source>
        <translation>Нет папки «%1»</translation>
    </message>
    <message>
        <source>There is no file “%1”</source>
        <translation>Нет файла «%1»</translation>
    </message>
    <message>
        <source>It is not in “%1”. Choose one from the list, or check the name.</source>
        <translation>В «%1» его нет. Выберите из списка или проверьте имя.</translation>
    </message>
    <message>
        <source>The folder “%1” is not there either. Check the path, or choose from the list.</source>
        <translation>Папки «%1» тоже нет. Проверьте путь или выберите из списка.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FilesTab</name>
    <message>
        <source>Attach a file…</source>
        <translation>Прикрепить файл…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Файлов пока нет</translation>
    </message>
    <message>
        <source>Drop them on the card, paste them here, or choose them.</source>
        <translation>Бросьте их на карточку, вставьте сюда или выберите.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FilterBar</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Filter (Alt+Down)</source>
        <translation>Фильтр (Alt+↓)</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Убрать: %1</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FilterPanel</name>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>The filter as text</source>
        <translation>Фильтр текстом</translation>
    </message>
    <message>
        <source>The whole filter as text, with and, or, not and brackets; Enter applies it. The command line takes the same.</source>
        <translation>Весь фильтр текстом: and, or, not и скобки; Enter применяет. То же понимает командная строка.</translation>
    </message>
    <message>
        <source>And also: %1</source>
        <translation>А также: %1</translation>
    </message>
    <message>
        <source>What is planned</source>
        <translation>Что запланировано</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Текстом</translation>
    </message>
    <message>
        <source>The whole filter as one line that can be written, copied and given to the command line</source>
        <translation>Весь фильтр одной строкой: её можно написать, скопировать и дать командной строке</translation>
    </message>
    <message>
        <source>amount &gt; 1000 and (stage = new or tags = vip)</source>
        <translation>amount &gt; 1000 and (stage = new or tags = vip)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FreedesktopBubbles</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>In 15 minutes</source>
        <translation>Через 15 минут</translation>
    </message>
</context>
<context>
    <name>Kartoteka::GoToPanel</name>
    <message>
        <source>Go to a date</source>
        <translation>Перейти к дате</translation>
    </message>
    <message>
        <source>5 March, mon, +3w, 2025</source>
        <translation>5 марта, пн, +3 нед, 2025</translation>
    </message>
    <message>
        <source>A date in words, or a day below</source>
        <translation>Дата словами или день ниже</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>непонятно</translation>
    </message>
</context>
<context>
    <name>Kartoteka::HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
</context>
<context>
    <name>Kartoteka::HistoryTab</name>
    <message>
        <source>Any time</source>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Последние 365 дней</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Вид записи</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message>
        <source>Undo this whole action</source>
        <translation>Отменить всё это действие</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>%1 already has this value.</source>
        <translation>%1: это значение уже стоит.</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>Возвращено: %1</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Все люди</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Все виды</translation>
    </message>
    <message>
        <source>Nothing in the history matches</source>
        <translation>В истории ничего не нашлось</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Restore: empty</source>
        <translation>Вернуть: пусто</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <comment>a value</comment>
        <translation>Вернуть «%1»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ImportDialog</name>
    <message>
        <source>Import: %1</source>
        <translation>Импорт: %1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>Разделитель столбцов</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>точка с запятой ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>запятая ,</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>черта |</translation>
    </message>
    <message>
        <source>01/02/2026 is</source>
        <translation>01/02/2026 — это</translation>
    </message>
    <message>
        <source>1 February</source>
        <translation>1 февраля</translation>
    </message>
    <message>
        <source>2 January</source>
        <translation>2 января</translation>
    </message>
    <message>
        <source>import anyway</source>
        <translation>всё равно импортировать</translation>
    </message>
    <message>
        <source>skip the row</source>
        <translation>пропустить строку</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Столбец в файле</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Первые значения</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>— skip —</source>
        <translation>— не импортировать —</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Currency of the amount</source>
        <translation>Валюта суммы</translation>
    </message>
    <message>
        <source>%1 of %2 columns matched · %3 KB</source>
        <translation>Столбцов попадёт в поля: %1 из %2 · %3 КБ</translation>
    </message>
    <message>
        <source>Match at least one column to a field</source>
        <translation>Назначьте поле хотя бы одному столбцу</translation>
    </message>
    <message>
        <source>Imported: %1 of %2</source>
        <translation>Импортировано: %1 из %2</translation>
    </message>
    <message>
        <source>completed: %1</source>
        <translation>дополнено: %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>rejected: %1</source>
        <translation>отклонено: %1</translation>
    </message>
    <message>
        <source>warnings: %1</source>
        <translation>предупреждений: %1</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>остановлено вами</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>как в файле</translation>
    </message>
    <message>
        <source>Full name, split</source>
        <translation>Полное имя, по частям</translation>
    </message>
    <message>
        <source>reading the file…</source>
        <translation>просматриваю файл…</translation>
    </message>
    <message>
        <source>created by tunnels: %1</source>
        <translation>создано туннелями: %1</translation>
    </message>
    <message>
        <source>Phone or e-mail already exists</source>
        <translation>Телефон или e-mail уже есть в базе</translation>
    </message>
    <message>
        <source>fill in empty fields of the existing card</source>
        <translation>заполнить пустые поля найденной карточки</translation>
    </message>
    <message>
        <source>Run the tunnels of the stages</source>
        <translation>Запустить туннели стадий</translation>
    </message>
    <message>
        <source>Create all not chosen: %1</source>
        <translation>Создать все невыбранные: %1</translation>
    </message>
    <message>
        <source>First choose what the unknown stages become</source>
        <translation>Сначала укажите, чем станут неизвестные стадии</translation>
    </message>
    <message>
        <source>What is in the file and not here yet</source>
        <translation>Есть в файле, но пока нет здесь</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ImportReportDialog</name>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>вся строка</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонена</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Сохранить отклонённые строки</translation>
    </message>
    <message>
        <source>import-problems.csv</source>
        <translation>ошибки-импорта.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>“%1” was not written</source>
        <translation>«%1» не записан</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ItemListView</name>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Выбрать столбцы…</translation>
    </message>
    <message>
        <source>Group by “%1”</source>
        <translation>Группировать: «%1»</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Не группировать</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>Скрыть «%1»</translation>
    </message>
    <message>
        <source>Select everything the filter finds (Ctrl+A)</source>
        <translation>Выбрать всё, что находит фильтр (Ctrl+A)</translation>
    </message>
    <message>
        <source>Sort by “%1”</source>
        <translation>Сортировать по полю «%1»</translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation>Сдвинуть столбец влево</translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation>Сдвинуть столбец вправо</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Шире</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Уже</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>Снять закрепление</translation>
    </message>
    <message>
        <source>Freeze up to this column</source>
        <translation>Закрепить до этого столбца</translation>
    </message>
    <message>
        <source>Field settings…</source>
        <translation>Настройки поля…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ItemPicker</name>
    <message>
        <source>%1 #%2</source>
        <comment>kind and number of an item</comment>
        <translation>%1 №%2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ItemTableModel</name>
    <message>
        <source>empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>Right-click or Alt+Up for its menu.</source>
        <translation>Меню — правой кнопкой или Alt+↑.</translation>
    </message>
    <message>
        <source>Click to sort, Shift-click to add to the sorting, right-click or Alt+Up for its menu.</source>
        <translation>Щелчок — сортировать, щелчок с Shift — добавить к сортировке, меню — правой кнопкой или Alt+↑.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Items</name>
    <message>
        <source>There is no such type.</source>
        <translation>Такого типа нет.</translation>
    </message>
    <message>
        <source>The item does not exist.</source>
        <translation>Такой карточки нет.</translation>
    </message>
    <message>
        <source>There is no item with the number %1.</source>
        <translation>Нет карточки с номером %1.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::KindForm</name>
    <message>
        <source>not set</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>default: in three working days; or +1d, monday 10:00</source>
        <translation>по умолчанию: через три рабочих дня; или +1д, понедельник 10:00</translation>
    </message>
    <message>
        <source>as for a new one of this kind; or +1d, 3 wd</source>
        <translation>как у нового дела; или +1д, 3 рд</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>a kind of activities suggests</comment>
        <translation>ничего</translation>
    </message>
    <message>
        <source>Tick in a circle</source>
        <translation>Галочка в круге</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Галочка</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>Реплика</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звезда</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флажок</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Колокольчик</translation>
    </message>
    <message>
        <source>Sheet of paper</source>
        <translation>Лист бумаги</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Звенья цепи</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Здание</translation>
    </message>
</context>
<context>
    <name>Kartoteka::KindMenu</name>
    <message>
        <source>Change kind</source>
        <translation>Изменить вид</translation>
    </message>
    <message>
        <source>One value</source>
        <translation>Одно значение</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Несколько значений</translation>
    </message>
    <message>
        <source>A new field takes its place, with the values converted. The old one is deleted, and stays in the list of deleted fields with all its values. One undo reverts everything.</source>
        <translation>Вместо него появится новое поле с преобразованными значениями. Прежнее будет удалено, но останется в списке удалённых полей со всеми значениями. Всё отменяется одним действием.</translation>
    </message>
    <message>
        <source>No card has a value in it.</source>
        <translation>Ни в одной карточке оно не заполнено.</translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n value(s) all fit.</source>
        <translation>
            <numerusform>Первое %n значение подходит.</numerusform>
            <numerusform>Первые %n значения подходят все.</numerusform>
            <numerusform>Первые %n значений подходят все.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s), and all fit.</source>
        <translation>
            <numerusform>%n значение, и оно подходит.</numerusform>
            <numerusform>%n значения, и все подходят.</numerusform>
            <numerusform>%n значений, и все подходят.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>Not converted, of %1 looked at: %n value(s): %2</source>
        <translation>
            <numerusform>Не преобразуется %n значение из просмотренных (%1): %2</numerusform>
            <numerusform>Не преобразуются %n значения из просмотренных (%1): %2</numerusform>
            <numerusform>Не преобразуются %n значений из просмотренных (%1): %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Change “%1” to “%2”?</source>
        <comment>a field, and a kind of fields</comment>
        <translation>Сделать «%1» полем вида «%2»?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LayoutEditor</name>
    <message>
        <source>always shown</source>
        <translation>видно всегда</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательное</translation>
    </message>
    <message>
        <source>required from “%1”</source>
        <translation>обязательно с «%1»</translation>
    </message>
    <message>
        <source>Configure the card</source>
        <translation>Настроить карточку</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Выйти (Esc)</translation>
    </message>
    <message>
        <source>Field…</source>
        <translation>Поле…</translation>
    </message>
    <message>
        <source>Section…</source>
        <translation>Раздел…</translation>
    </message>
    <message>
        <source>%1 view: %2.</source>
        <translation>Вид «%1»: %2.</translation>
    </message>
    <message>
        <source>Sections and fields</source>
        <translation>Разделы и поля</translation>
    </message>
    <message>
        <source>Tabs…</source>
        <translation>Вкладки…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LayoutMenu</name>
    <message>
        <source>Show always, empty too</source>
        <translation>Показывать всегда, и пустым</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Move to the section</source>
        <translation>В раздел</translation>
    </message>
    <message>
        <source>Hide on the card</source>
        <translation>Скрыть на карточке</translation>
    </message>
    <message>
        <source>Delete the field…</source>
        <translation>Удалить поле…</translation>
    </message>
    <message>
        <source>Field…</source>
        <translation>Поле…</translation>
    </message>
    <message>
        <source>New section before it…</source>
        <translation>Новый раздел перед ним…</translation>
    </message>
    <message>
        <source>Remove the section; its fields return to their places</source>
        <translation>Убрать раздел; его поля вернутся на свои места</translation>
    </message>
    <message>
        <source>Show “%1” again</source>
        <translation>Снова показать «%1»</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательно</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>a field is required</comment>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Always</source>
        <comment>a field is required</comment>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>From “%1” on</source>
        <translation>Начиная с «%1»</translation>
    </message>
    <message>
        <source>Changed for everyone: %1</source>
        <translation>Изменено для всех: %1</translation>
    </message>
    <message>
        <source>Hidden on the card: %1</source>
        <translation>Скрыто на карточке: %1</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Новый раздел</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>It disappears from every card. Its values stay in the file: you can restore it with them.</source>
        <translation>Оно исчезнет со всех карточек. Значения останутся в файле: вместе с ними его можно восстановить.</translation>
    </message>
    <message>
        <source>Delete the field “%1”?</source>
        <translation>Удалить поле «%1»?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>Add a section first: a field needs one.</source>
        <translation>Сначала добавьте раздел: поле должно быть в разделе.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LayoutRow</name>
    <message>
        <source>Menu (Enter)</source>
        <translation>Меню (Enter)</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>Раздел %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LinkEditor</name>
    <message>
        <source>Name, phone, e-mail or number</source>
        <translation>Имя, телефон, e-mail или номер</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LinkGroups</name>
    <message>
        <source>%1 · in the field “%2”</source>
        <comment>kind of items</comment>
        <translation>%1 · в поле «%2»</translation>
    </message>
    <message>
        <source>Created from: %1</source>
        <translation>Создан из: %1</translation>
    </message>
    <message>
        <source>Converted into: %1</source>
        <translation>Конвертирован в: %1</translation>
    </message>
    <message>
        <source>Merged with: %1</source>
        <translation>Объединён с: %1</translation>
    </message>
    <message>
        <source>Became part of: %1</source>
        <translation>Вошёл в: %1</translation>
    </message>
    <message>
        <source>Came by a tunnel from: %1</source>
        <translation>Пришёл по туннелю из: %1</translation>
    </message>
    <message>
        <source>Created by a tunnel: %1</source>
        <translation>Создано по туннелю: %1</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>Связано: %1</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Create: %1</source>
        <translation>Создать: %1</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>Больше ничего</translation>
    </message>
    <message>
        <source>Show all of them in the section “%1”</source>
        <translation>Показать все в разделе «%1»</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>field “%1”</source>
        <comment>in which an item is linked</comment>
        <translation>поле «%1»</translation>
    </message>
    <message>
        <source>converted from it</source>
        <translation>источник конвертации</translation>
    </message>
    <message>
        <source>created by conversion</source>
        <translation>создано конвертацией</translation>
    </message>
    <message>
        <source>merged with it</source>
        <translation>объединено</translation>
    </message>
    <message>
        <source>became part of it</source>
        <translation>вошло в него</translation>
    </message>
    <message>
        <source>came by a tunnel from it</source>
        <translation>пришло отсюда по туннелю</translation>
    </message>
    <message>
        <source>created by a tunnel</source>
        <translation>создано туннелем</translation>
    </message>
    <message>
        <source>linked manually</source>
        <translation>связано вручную</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LinkRow</name>
    <message>
        <source>Responsible: %1</source>
        <translation>Ответственный: %1</translation>
    </message>
    <message>
        <source>Links of %1</source>
        <translation>Связи: %1</translation>
    </message>
    <message>
        <source>%1 #%2: %3</source>
        <comment>kind, number and title of an item</comment>
        <translation>%1 №%2: %3</translation>
    </message>
    <message>
        <source>Unlink %1</source>
        <translation>Убрать связь: %1</translation>
    </message>
    <message>
        <source>What happened stays linked</source>
        <translation>То, что было, остаётся связанным</translation>
    </message>
</context>
<context>
    <name>Kartoteka::LinksTab</name>
    <message>
        <source>Link: name or number</source>
        <translation>Связать: название или номер</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>Связано: %1</translation>
    </message>
    <message>
        <source>Unlinked: %1</source>
        <translation>Связь убрана: %1</translation>
    </message>
    <message>
        <source>No type has a field that links here</source>
        <translation>Ни у одного типа нет поля, которое ведёт сюда</translation>
    </message>
    <message>
        <source>Link with</source>
        <translation>Связать с</translation>
    </message>
    <message>
        <source>Nothing is linked yet</source>
        <translation>Связей пока нет</translation>
    </message>
    <message>
        <source>Related deals, contacts, companies and other cards will be here.</source>
        <translation>Здесь будут связанные сделки, контакты, компании и другие карточки.</translation>
    </message>
    <message>
        <source>Create the first one, or find one that exists.</source>
        <translation>Создайте первую карточку или найдите готовую.</translation>
    </message>
    <message>
        <source>%1: none yet</source>
        <comment>plural of a type</comment>
        <translation>%1: пока нет</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ListFooter</name>
    <message>
        <source>%1: %2</source>
        <comment>field and its sum</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sums over everything the filter finds</source>
        <translation>Суммы по всему найденному</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ListSection</name>
    <message numerus="yes">
        <source>Copied as a table: %n row(s)</source>
        <translation>
            <numerusform>Скопирована таблица: %n строка</numerusform>
            <numerusform>Скопирована таблица: %n строки</numerusform>
            <numerusform>Скопирована таблица: %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Выбрать столбцы…</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Группировать по</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Не группировать</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Дело…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>To the recycle bin</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Open the card, fold a group</source>
        <translation>Открыть карточку, свернуть группу</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Изменить ячейку</translation>
    </message>
    <message>
        <source>Select several rows</source>
        <translation>Выделить несколько строк</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Выделить все строки</translation>
    </message>
    <message>
        <source>Copy the rows as a table</source>
        <translation>Копировать строки таблицей</translation>
    </message>
    <message>
        <source>Tick or untick the row</source>
        <translation>Отметить строку или снять отметку</translation>
    </message>
    <message>
        <source>Tick the rows up to here</source>
        <translation>Отметить строки до этой</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Снять все отметки</translation>
    </message>
    <message>
        <source>Export these columns…</source>
        <translation>Экспорт этих столбцов…</translation>
    </message>
    <message>
        <source>Copy selection as a table</source>
        <translation>Скопировать выделенное таблицей</translation>
    </message>
    <message>
        <source>a column of the list</source>
        <translation>столбец списка</translation>
    </message>
    <message>
        <source>the order of the list</source>
        <translation>порядок списка</translation>
    </message>
    <message>
        <source>the groups of the list</source>
        <translation>группы списка</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Completed: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation>Меню столбца</translation>
    </message>
    <message>
        <source>Go from cell to cell</source>
        <translation>Идти от ячейки к ячейке</translation>
    </message>
    <message>
        <source>To the first and the last row</source>
        <translation>К первой и последней строке</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a list, and the type it is of</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Used by: %1</source>
        <translation>Используется в: %1</translation>
    </message>
    <message>
        <source>list of values</source>
        <translation>список значений</translation>
    </message>
    <message>
        <source>F2 renames, a click on the dot changes the colour, Alt+Up and Alt+Down move. Every change can be undone.</source>
        <translation>F2 переименовывает, щелчок по точке меняет цвет, Alt+↑ и Alt+↓ двигают. Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>dictionaries, directories, sources</source>
        <translation>справочники, источники</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Новый файл…</translation>
    </message>
    <message>
        <source>New file with demo data…</source>
        <translation>Новый файл с примером…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Close file</source>
        <translation>Закрыть файл</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>About Kartoteka</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Канбан</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>Узкая боковая панель</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Kartoteka files (*.kartoteka);;All files (*)</source>
        <translation>Файлы Картотеки (*.kartoteka);;Все файлы (*)</translation>
    </message>
    <message>
        <source>“%1” exists and cannot be replaced.</source>
        <translation>«%1» уже есть, заменить его не удалось.</translation>
    </message>
    <message>
        <source>%1 — Kartoteka</source>
        <translation>%1 — Картотека</translation>
    </message>
    <message>
        <source>Today&apos;s backup failed: %1</source>
        <translation>Сегодняшняя резервная копия не удалась: %1</translation>
    </message>
    <message>
        <source>New seat for a laptop…</source>
        <translation>Новое рабочее место для ноутбука…</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>&amp;Обмен</translation>
    </message>
    <message>
        <source>Write file…</source>
        <translation>Записать файл…</translation>
    </message>
    <message>
        <source>Read file…</source>
        <translation>Прочитать файл…</translation>
    </message>
    <message>
        <source>Conflicts…</source>
        <translation>Конфликты…</translation>
    </message>
    <message>
        <source>Status and folder…</source>
        <translation>Состояние и папка…</translation>
    </message>
    <message>
        <source>Open the office&apos;s file first, then “%1” can be read into it.</source>
        <translation>Сначала откройте файл офиса, тогда «%1» можно будет прочитать в него.</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Новое окно</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Резервные копии…</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Копия восстанавливается</translation>
    </message>
    <message>
        <source>The file is being replaced by the backup.</source>
        <translation>Файл заменяется резервной копией.</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>Копия восстановлена.</translation>
    </message>
    <message>
        <source>The backup is restored. The previous file is kept: %1</source>
        <translation>Копия восстановлена. Прежний файл сохранён: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Undo: what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Пере&amp;ход</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>Перейти куда угодно…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Горячие клавиши</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Мой день</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MembersEditor</name>
    <message>
        <source>work</source>
        <translation>рабочий</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>мобильный</translation>
    </message>
    <message>
        <source>home</source>
        <translation>домашний</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другой</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Добавить ещё</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>“%1” is not a phone number.</source>
        <translation>«%1» — не номер телефона.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» — не адрес e-mail.</translation>
    </message>
    <message>
        <source>%1: label</source>
        <comment>name of a field</comment>
        <translation>%1: пометка</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MentionPopup</name>
    <message>
        <source>People to mention</source>
        <translation>Кого упомянуть</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MenuSearch</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message numerus="yes">
        <source>And %n more: type to find</source>
        <translation>
            <numerusform>И ещё %n: начните вводить</numerusform>
            <numerusform>И ещё %n: начните вводить</numerusform>
            <numerusform>И ещё %n: начните вводить</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n into one</source>
        <translation>
            <numerusform>Объединить %n карточку в одну</numerusform>
            <numerusform>Объединить %n карточки в одну</numerusform>
            <numerusform>Объединить %n карточек в одну</numerusform>
        </translation>
    </message>
    <message>
        <source>One is kept. The others fill in what it lacks, with their phones, activities, comments, files and links, and go to the recycle bin. One undo reverts it all.</source>
        <translation>Одна карточка остаётся. Остальные отдают ей то, чего в ней нет, вместе с телефонами, делами, комментариями, файлами и связями, и уходят в корзину. Всё это отменяется одним действием.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the others move along.</source>
        <translation>
            <numerusform>Вместе с остальными переходит %n запись.</numerusform>
            <numerusform>Вместе с остальными переходят %n записи.</numerusform>
            <numerusform>Вместе с остальными переходит %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>No contradictions: there is nothing to choose.</source>
        <translation>Противоречий нет: выбирать нечего.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Остаётся</translation>
    </message>
    <message>
        <source>No. %1 %2</source>
        <comment>number and title of an item</comment>
        <translation>№%1 %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MiniMonth</name>
    <message>
        <source>%1, entries: %2</source>
        <translation>%1, записей: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::MoneyPage</name>
    <message>
        <source>Currencies and rates</source>
        <translation>Валюты и курсы</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>С даты</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Other currencies</source>
        <translation>Другие валюты</translation>
    </message>
    <message>
        <source>Add a currency…</source>
        <translation>Добавить валюту…</translation>
    </message>
    <message>
        <source>Rates from a file…</source>
        <translation>Курсы из файла…</translation>
    </message>
    <message>
        <source>The daily file of the Bank of Russia or of the European Central Bank</source>
        <translation>Ежедневный файл Банка России или Европейского центрального банка</translation>
    </message>
    <message>
        <source>Paste rates</source>
        <translation>Вставить курсы</translation>
    </message>
    <message>
        <source>Lines such as “USD 02.03.2026 92.50” from the clipboard</source>
        <translation>Строки вида «USD 02.03.2026 92.50» из буфера обмена</translation>
    </message>
    <message>
        <source>Add a rate…</source>
        <translation>Добавить курс…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>A rate applies until the next one. Totals in several currencies are shown in the base currency; missing rates are named. Currencies are shared by everyone, and every change can be undone.</source>
        <translation>Курс действует до следующего. Суммы в нескольких валютах показываются в основной; если курса нет, это сказано. Валюты общие для всех, каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>The order of the currencies was changed</source>
        <translation>Порядок валют изменён</translation>
    </message>
    <message>
        <source>“%1” is not a rate.</source>
        <translation>«%1» — не курс.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 с %2</translation>
    </message>
    <message>
        <source>Rates of %1 in %2</source>
        <translation>Курсы %1 в %2</translation>
    </message>
    <message>
        <source>Which currency do you want to add?</source>
        <translation>Какую валюту добавить?</translation>
    </message>
    <message>
        <source>Code, sign or name</source>
        <translation>Код, знак или название</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Убрано: %1</translation>
    </message>
    <message>
        <source>What is 1 %1 worth in %2?</source>
        <translation>Сколько стоит 1 %1 в %2?</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>Rates from a file</source>
        <translation>Курсы из файла</translation>
    </message>
    <message>
        <source>Rates of a bank (*.xml);;All files (*)</source>
        <translation>Курсы банка (*.xml);;Все файлы (*)</translation>
    </message>
    <message>
        <source>The office works with none of the currencies in the file (%1). Add those you need first.</source>
        <translation>Офис не работает ни с одной валютой из файла (%1). Сначала добавьте нужные.</translation>
    </message>
    <message numerus="yes">
        <source>%n rate(s) added</source>
        <translation>
            <numerusform>Записан %n курс</numerusform>
            <numerusform>Записано %n курса</numerusform>
            <numerusform>Записано %n курсов</numerusform>
        </translation>
    </message>
    <message>
        <source>the office works with, and their rates</source>
        <translation>с которыми работает офис, и их курсы</translation>
    </message>
    <message>
        <source>Other currencies the office works with will be here</source>
        <translation>Здесь будут валюты, с которыми вы работаете кроме основной</translation>
    </message>
    <message>
        <source>No rate yet: totals leave this currency out and say so</source>
        <translation>Курса ещё нет: итоги не включают эту валюту и сообщают об этом</translation>
    </message>
    <message>
        <source>exchange rates, money, taxes</source>
        <translation>обменный курс, деньги, налоги</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MonthView</name>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
</context>
<context>
    <name>Kartoteka::MoveDialog</name>
    <message>
        <source>To “%1”</source>
        <translation>На стадию «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n of them lack(s) what the stage requires: only those get the values.</source>
        <translation>
            <numerusform>%n из них не хватает того, что требует стадия: значения получит только он.</numerusform>
            <numerusform>%n из них не хватает того, что требует стадия: значения получат только они.</numerusform>
            <numerusform>%n из них не хватает того, что требует стадия: значения получат только они.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stage requires:</source>
        <translation>Стадия требует:</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Заполните.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NameRow</name>
    <message>
        <source>Full name</source>
        <translation>ФИО</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NewClientForm</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Enter a name, phone or e-mail.</source>
        <translation>Напишите имя, телефон или e-mail.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» — не адрес e-mail.</translation>
    </message>
    <message>
        <source>Already exists:</source>
        <translation>Уже есть:</translation>
    </message>
    <message>
        <source>Use this one: %1</source>
        <translation>Выбрать: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NextAct</name>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>reply</source>
        <comment>what is to be done</comment>
        <translation>ответить</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>late by</comment>
        <translation>
            <numerusform>%n дн.</numerusform>
            <numerusform>%n дн.</numerusform>
            <numerusform>%n дн.</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>нет дел</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>Дел не запланировано</translation>
    </message>
    <message>
        <source>Open activities: %1</source>
        <translation>Открытых дел: %1</translation>
    </message>
    <message>
        <source>The next one: %1</source>
        <translation>Ближайшее: %1</translation>
    </message>
    <message numerus="yes">
        <source>Late by %n day(s)</source>
        <translation>
            <numerusform>Опоздание: %n день</numerusform>
            <numerusform>Опоздание: %n дня</numerusform>
            <numerusform>Опоздание: %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Red: %1 with a deadline that is near or has passed</source>
        <translation>Красный: %1 — срок близок или прошёл</translation>
    </message>
    <message>
        <source>Green: %1 incoming, waiting for a reply</source>
        <translation>Зелёный: %1 — входящие, ждут ответа</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NextStepBar</name>
    <message>
        <source>Call tomorrow</source>
        <translation>Звонок завтра</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>Через 3 дня</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Понедельник</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Другое…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Do not ask…</source>
        <translation>Не спрашивать…</translation>
    </message>
    <message>
        <source>What next for “%1”?</source>
        <translation>Что дальше с «%1»?</translation>
    </message>
    <message>
        <source>Planned for “%1”</source>
        <translation>Запланировано для «%1»</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Неделю</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>Больше никогда</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a kind of activity and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: no question until %2. It is turned on again in Settings, Activities.</source>
        <comment>a type, a moment</comment>
        <translation>%1: вопроса не будет до %2. Включить снова: Настройки, Дела.</translation>
    </message>
    <message>
        <source>%1: no question any more. It is turned on again in Settings, Activities.</source>
        <comment>a type</comment>
        <translation>%1: вопроса больше не будет. Включить снова: Настройки, Дела.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NoticeModel</name>
    <message>
        <source>%1 “%2”</source>
        <comment>type and title of an item</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>unread</source>
        <comment>of a notice</comment>
        <translation>не прочитано</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NoticePanel</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Отметить всё прочитанным</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>Всё прочитано</translation>
    </message>
    <message>
        <source>Nothing yet. Comments that mention you with @, and what others hand over to you, will be here.</source>
        <translation>Пока ничего. Здесь появятся комментарии, где вас упомянули через @, и то, что вам передали другие.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::NumberingPage</name>
    <message>
        <source>Numbering</source>
        <translation>Нумерация</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Numbers look like</source>
        <translation>Вид номера</translation>
    </message>
    <message>
        <source>Default title</source>
        <translation>Название по умолчанию</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Следующий</translation>
    </message>
    <message>
        <source>how the numbers of each type look</source>
        <translation>как они выглядят у каждого типа</translation>
    </message>
    <message>
        <source>Numbering changed: %1</source>
        <translation>Нумерация изменена: %1</translation>
    </message>
    <message>
        <source>The title comes from the name, or is required</source>
        <translation>Название складывается из имени или обязательно</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>F2 or a double-click edits a pattern: {number} is the number, {number:5} has at least five digits. Existing numbers change too; numbers of another seat keep its code (S2-15). Every change can be undone.</source>
        <translation>F2 или двойной щелчок меняет шаблон: {number} — номер, {number:5} — номер не короче пяти цифр. Вид номера меняется и у выданных раньше; номера другого рабочего места сохраняют его код (S2-15). Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>numbers of documents, counters</source>
        <translation>номера документов</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficePage</name>
    <message>
        <source>Save to a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Загрузить из файла…</translation>
    </message>
    <message>
        <source>Copy of the settings</source>
        <translation>Копия настроек</translation>
    </message>
    <message>
        <source>Save the settings to a file</source>
        <translation>Сохранить настройки в файл</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Настройки (*.json)</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Load the settings of another office</source>
        <translation>Загрузить настройки другого офиса</translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation>Настройки (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Ничего не изменится</translation>
    </message>
    <message>
        <source>All that is in the file is here already. What is only here stays as it is.</source>
        <translation>Всё, что есть в файле, здесь уже есть. Чего в файле нет, остаётся как было.</translation>
    </message>
    <message>
        <source>Load these settings?</source>
        <translation>Загрузить эти настройки?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be added or changed for everyone; nothing is deleted.</source>
        <translation>
            <numerusform>%n запись появится или изменится у всех; ничего не удаляется.</numerusform>
            <numerusform>%n записи появятся или изменятся у всех; ничего не удаляется.</numerusform>
            <numerusform>%n записей появятся или изменятся у всех; ничего не удаляется.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Settings loaded</source>
        <translation>Настройки загружены</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>import and export of settings, load, save, transfer, migration</source>
        <translation>импорт и экспорт настроек, загрузить, сохранить, передать, миграция</translation>
    </message>
    <message>
        <source>Moving the settings</source>
        <translation>Перенос настроек</translation>
    </message>
    <message>
        <source>for another file: types, fields, lists, stages, currencies, days and settings; no cards and no people</source>
        <translation>для другого файла: типы, поля, списки, стадии, валюты, дни и настройки; без карточек и сотрудников</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the file are not known here and are left out.</source>
        <translation>
            <numerusform>%n запись или свойство в файле здесь неизвестны и будут пропущены.</numerusform>
            <numerusform>%n записи или свойства в файле здесь неизвестны и будут пропущены.</numerusform>
            <numerusform>%n записей или свойств в файле здесь неизвестны и будут пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s) or field(s) get another code, because theirs is taken here.</source>
        <translation>
            <numerusform>%n тип или поле получит другой код: его код здесь занят.</numerusform>
            <numerusform>%n типа или поля получат другой код: их код здесь занят.</numerusform>
            <numerusform>%n типов или полей получат другой код: их код здесь занят.</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings were not loaded</source>
        <translation>Настройки не загружены</translation>
    </message>
    <message>
        <source>Load the settings of %1?</source>
        <translation>Загрузить настройки офиса %1?</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficeSettingsPage</name>
    <message>
        <source>Cannot read “%1”: %2</source>
        <translation>Не прочитать «%1»: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficeWidget</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>Конвертировать…</translation>
    </message>
    <message>
        <source>Converted: %1</source>
        <translation>Конвертировано: %1</translation>
    </message>
    <message>
        <source>Merged: %1</source>
        <translation>Объединено: %1</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Прочитать заново</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>The file is free now and can be changed.</source>
        <translation>Файл освободился, его можно менять.</translation>
    </message>
    <message>
        <source>Open for editing</source>
        <translation>Открыть для изменений</translation>
    </message>
    <message>
        <source>Open the current file</source>
        <translation>Открыть нынешний файл</translation>
    </message>
    <message>
        <source>A card is open: close it (Esc) to delete others.</source>
        <translation>Открыта карточка: закройте её (Esc), чтобы удалять другие.</translation>
    </message>
    <message>
        <source>Plan an activity…</source>
        <translation>Запланировать дело…</translation>
    </message>
    <message>
        <source>Change the activity…</source>
        <translation>Изменить дело…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OpenActs</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <comment>open activities</comment>
        <translation>
            <numerusform>ещё %Ln…</numerusform>
            <numerusform>ещё %Ln…</numerusform>
            <numerusform>ещё %Ln…</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>Запланировать…</translation>
    </message>
    <message>
        <source>Done (Space)</source>
        <translation>Выполнено (Пробел)</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Put off, change, hand over</source>
        <translation>Перенести, изменить, передать</translation>
    </message>
    <message>
        <source>Open activities</source>
        <translation>Запланированные дела</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OpenedCopies</name>
    <message>
        <source>No program is known for this kind of file. Save it instead.</source>
        <translation>Для таких файлов нет программы. Сохраните его.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be created.</source>
        <translation>Не удалось создать папку «%1».</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PaletteModel</name>
    <message>
        <source>Recently opened</source>
        <translation>Недавно открытые</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Карточки</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>of an activity</comment>
        <translation>№ %1</translation>
    </message>
    <message>
        <source>done</source>
        <comment>an activity</comment>
        <translation>выполнено</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PathMenu</name>
    <message>
        <source>Fields of linked cards</source>
        <translation>Поля связанных карточек</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PeoplePage</name>
    <message>
        <source>deactivated</source>
        <translation>отключён</translation>
    </message>
    <message>
        <source>away until %1</source>
        <translation>отсутствует по %1</translation>
    </message>
    <message>
        <source>away</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>Users and departments</source>
        <translation>Сотрудники и отделы</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Добавить сотрудника…</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Отделы</translation>
    </message>
    <message>
        <source>Add a department…</source>
        <translation>Добавить отдел…</translation>
    </message>
    <message>
        <source>Renamed: %1</source>
        <translation>Переименовано: %1</translation>
    </message>
    <message>
        <source>head: %1</source>
        <translation>руководитель: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n сотрудник</numerusform>
            <numerusform>%n сотрудника</numerusform>
            <numerusform>%n сотрудников</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>%1: details</source>
        <translation>Сотрудник: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Department “%1”</source>
        <translation>Отдел «%1»</translation>
    </message>
    <message>
        <source>What is the department called?</source>
        <translation>Как называется отдел?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>top level</source>
        <translation>верхний уровень</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Входит в</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>Departments and their heads will be here</source>
        <translation>Здесь будут отделы, у каждого — свой руководитель</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>F2 renames. Deactivated users are no longer offered; their cards and activities stay. Every change can be undone.</source>
        <translation>F2 переименовывает. Отключённых больше не предлагают, их карточки и дела остаются. Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>employees, staff, team, company structure</source>
        <translation>пользователи, персонал, команда, структура компании</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PeriodEditor</name>
    <message>
        <source>at any time</source>
        <translation>любое время</translation>
    </message>
    <message>
        <source>last N days</source>
        <translation>последние N дней</translation>
    </message>
    <message>
        <source>next N days</source>
        <translation>следующие N дней</translation>
    </message>
    <message>
        <source>N days ago</source>
        <translation>N дней назад</translation>
    </message>
    <message>
        <source>in N days</source>
        <translation>через N дней</translation>
    </message>
    <message>
        <source>more than N days ago</source>
        <translation>больше N дней назад</translation>
    </message>
    <message>
        <source>more than N days ahead</source>
        <translation>больше чем через N дней</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>квартал</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>exact date</source>
        <translation>точная дата</translation>
    </message>
    <message>
        <source>from – to</source>
        <translation>от – до</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>начиная с даты</translation>
    </message>
    <message>
        <source>until a date</source>
        <translation>до даты</translation>
    </message>
    <message>
        <source>quarter %1</source>
        <translation>%1-й квартал</translation>
    </message>
    <message>
        <source>%1: period</source>
        <translation>%1: период</translation>
    </message>
    <message>
        <source>%1: number</source>
        <translation>%1: число</translation>
    </message>
    <message>
        <source>%1: quarter</source>
        <translation>%1: квартал</translation>
    </message>
    <message>
        <source>%1: first day</source>
        <translation>%1: первый день</translation>
    </message>
    <message>
        <source>%1: last day</source>
        <translation>%1: последний день</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PlanDesk</name>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Postponed: %1</source>
        <translation>Отложено: %1</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Передано: %1</translation>
    </message>
    <message>
        <source>Activity deleted: %1</source>
        <translation>Дело удалено: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Пропущено: %1</translation>
    </message>
    <message>
        <source>To the next occurrence</source>
        <translation>К следующему разу</translation>
    </message>
    <message>
        <source>To the next occurrence from today on</source>
        <translation>На ближайшее повторение, не раньше сегодня</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PlanPage</name>
    <message>
        <source>What to do? (Contact the client)</source>
        <translation>Что нужно сделать? (Связаться с клиентом)</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <comment>and the hour</comment>
        <translation>Завтра %1</translation>
    </message>
    <message>
        <source>Mon</source>
        <comment>next Monday</comment>
        <translation>Пн</translation>
    </message>
    <message>
        <source>Date…</source>
        <translation>Дата…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Postponements</name>
    <message>
        <source>An hour later</source>
        <translation>На час позже</translation>
    </message>
    <message>
        <source>Two hours later</source>
        <translation>На два часа позже</translation>
    </message>
    <message>
        <source>Three hours later</source>
        <translation>На три часа позже</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>На день позже</translation>
    </message>
    <message>
        <source>Two days later</source>
        <translation>На два дня позже</translation>
    </message>
    <message>
        <source>Three days later</source>
        <translation>На три дня позже</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>На неделю позже</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>На следующий понедельник</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 ч</translation>
    </message>
    <message>
        <source>+1 d</source>
        <translation>+1 д</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Понедельник</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PresetList</name>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые фильтры</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Сохранить этот фильтр…</translation>
    </message>
    <message>
        <source>The section opens with it.</source>
        <translation>Раздел открывается с ним.</translation>
    </message>
    <message>
        <source>Everyone has it.</source>
        <translation>Виден всем.</translation>
    </message>
    <message>
        <source>Do not open with it</source>
        <translation>Не открывать с ним</translation>
    </message>
    <message>
        <source>Open the section with it</source>
        <translation>Открывать раздел с ним</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Переименовать фильтр</translation>
    </message>
    <message>
        <source>Update it with these conditions</source>
        <translation>Обновить этими условиями</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Только для меня</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Для всех</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Сохранить фильтр</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PreviewDialog</name>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Read exchange file</source>
        <translation>Прочитать файл обмена</translation>
    </message>
    <message>
        <source>Exchange file read</source>
        <translation>Файл обмена прочитан</translation>
    </message>
    <message numerus="yes">
        <source>Written %1. %n change(s).</source>
        <translation>
            <numerusform>Записан %1. %n изменение.</numerusform>
            <numerusform>Записан %1. %n изменения.</numerusform>
            <numerusform>Записан %1. %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was written for another seat: %1.</source>
        <translation>Он записан для другого рабочего места: %1.</translation>
    </message>
    <message>
        <source>A file that had waited was read too. %1</source>
        <translation>Прочитан и файл, который ждал. %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>View conflicts</source>
        <translation>Посмотреть конфликты</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>От: %1</translation>
    </message>
    <message>
        <source>Perhaps the same client (%1): &lt;a href=&quot;added&quot;&gt;%2&lt;/a&gt; and &lt;a href=&quot;known&quot;&gt;%3&lt;/a&gt;. &lt;a href=&quot;merge&quot;&gt;Merge…&lt;/a&gt;</source>
        <translation>Возможно, один и тот же клиент (%1): &lt;a href=&quot;added&quot;&gt;%2&lt;/a&gt; и &lt;a href=&quot;known&quot;&gt;%3&lt;/a&gt;. &lt;a href=&quot;merge&quot;&gt;Объединить…&lt;/a&gt;</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Что меняет файл</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PrintDocument</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message>
        <source>Printed %1 by %2</source>
        <translation>Напечатано %1, %2</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>Напечатано %1</translation>
    </message>
    <message>
        <source>Nothing was printed: check that the printer is connected and switched on.</source>
        <translation>Ничего не удалось напечатать: проверьте, подключён ли принтер и включён ли он.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PrintPreview</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ориентация</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжная</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомная</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить в PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a page</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the document as PDF instead.</source>
        <translation>На этом компьютере не настроен принтер. Сохраните документ в PDF.</translation>
    </message>
    <message>
        <source>Sent to the printer: %1</source>
        <translation>Отправлено на печать: %1</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PrintedCard</name>
    <message>
        <source>%1 · %2</source>
        <comment>a pipeline, a stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>of a row</comment>
        <translation>№</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>column</comment>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Без налога</translation>
    </message>
    <message>
        <source>Total, incomplete</source>
        <translation>Итого, неполностью</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>incl. %1</source>
        <comment>tax in a price</comment>
        <translation>вкл. %1</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductDelegate</name>
    <message>
        <source>4%, 100, =90</source>
        <translation>4%, 100, =90</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductModel</name>
    <message>
        <source>incl. %1</source>
        <comment>tax in a price</comment>
        <translation>в т. ч. %1</translation>
    </message>
    <message>
        <source>In %1: it is not in the total.</source>
        <translation>В валюте %1: в итог не входит.</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>of a row</comment>
        <translation>№</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>column</comment>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Unit</source>
        <comment>column</comment>
        <translation>Ед.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» — не число.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductSearch</name>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Add a product: name, SKU or number</source>
        <translation>Добавить товар: название, артикул или номер</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Add “%1” as a line</source>
        <translation>Добавить строку «%1»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductTab</name>
    <message>
        <source>Calculate from products</source>
        <translation>Считать из товаров</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товаров пока нет</translation>
    </message>
    <message>
        <source>Type a name above, or paste lines from a spreadsheet.</source>
        <translation>Введите название выше или вставьте строки из таблицы.</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Currency of the products and of the amount</source>
        <translation>Валюта товаров и суммы</translation>
    </message>
    <message>
        <source>Currency: %1</source>
        <translation>Валюта: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are in another currency and not in the total.</source>
        <translation>
            <numerusform>%n строка в другой валюте и не входит в итог.</numerusform>
            <numerusform>%n строки в другой валюте и не входят в итог.</numerusform>
            <numerusform>%n строк в другой валюте и не входят в итог.</numerusform>
        </translation>
    </message>
    <message>
        <source>Convert by today&apos;s rate</source>
        <translation>Пересчитать по курсу на сегодня</translation>
    </message>
    <message>
        <source>Keep the numbers</source>
        <translation>Оставить числа</translation>
    </message>
    <message>
        <source>Net %1</source>
        <comment>sum without tax</comment>
        <translation>Без налога %1</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>Скидка %1</translation>
    </message>
    <message>
        <source>Tax %1</source>
        <comment>sum</comment>
        <translation>Налог %1</translation>
    </message>
    <message>
        <source>%1, incomplete</source>
        <comment>a total</comment>
        <translation>%1, неполный итог</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Итого: %1</translation>
    </message>
    <message>
        <source>The amount of the card comes from the products.</source>
        <translation>Сумма карточки — из товаров.</translation>
    </message>
    <message>
        <source>The amount of the card does not come from the products.</source>
        <translation>Сумма карточки больше не из товаров.</translation>
    </message>
    <message>
        <source>Change the currency from %1 to %2?</source>
        <translation>Сменить валюту с %1 на %2?</translation>
    </message>
    <message>
        <source>Prices and the amount can be converted by the rates of %1, or keep their numbers.</source>
        <translation>Цены и сумму можно пересчитать по курсам на %1 или оставить числа как есть.</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>The amount was %1 and comes from the products now.</source>
        <translation>Сумма была %1, теперь она считается из товаров.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <comment>an amount</comment>
        <translation>Оставить %1</translation>
    </message>
    <message>
        <source>There is no rate of %1, so that nothing can be converted: prices and the amount keep their numbers. Rates are entered in Settings, “Currencies and rates”.</source>
        <translation>Нет курса %1, поэтому пересчитать нельзя: числа цен и суммы останутся как есть. Курсы вводятся в настройках, «Валюты и курсы».</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ProductTable</name>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Добавить товар</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Вставить строки</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Скопировать как таблицу</translation>
    </message>
    <message>
        <source>The price includes the tax</source>
        <translation>Налог в цене</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить ниже</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::PublishedEditor</name>
    <message>
        <source>Stop updating</source>
        <translation>Больше не обновлять</translation>
    </message>
    <message>
        <source>My activities</source>
        <translation>Мои дела</translation>
    </message>
    <message>
        <source>My meetings, no tasks</source>
        <translation>Мои встречи, без задач</translation>
    </message>
    <message>
        <source>Activities of the whole office</source>
        <translation>Дела всего офиса</translation>
    </message>
    <message>
        <source>Folder for the calendar file</source>
        <translation>Папка для файла календаря</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Другая папка…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::QuestionBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Kartoteka::QuickForm</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Enter creates the card and starts the next</source>
        <translation>Enter создаёт карточку и ждёт следующую</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RecentMenu</name>
    <message>
        <source>Recent files</source>
        <translation>Недавние файлы</translation>
    </message>
    <message>
        <source>Remove missing files from the list</source>
        <translation>Убрать из списка отсутствующие</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RecentRow</name>
    <message>
        <source>Remove “%1” from the list</source>
        <translation>Убрать «%1» из списка</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderBubbles</name>
    <message>
        <source>While you were away: %1</source>
        <translation>Пока вас не было: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n напоминание</numerusform>
            <numerusform>%n напоминания</numerusform>
            <numerusform>%n напоминаний</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderModel</name>
    <message>
        <source>in %1</source>
        <comment>15 min</comment>
        <translation>через %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>просрочено на %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Сделано: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderOffsets</name>
    <message>
        <source>when it is due</source>
        <translation>в срок</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>за %1</translation>
    </message>
    <message>
        <source>How long before the deadline?</source>
        <translation>За сколько до срока?</translation>
    </message>
    <message>
        <source>For example 45 min, 3 h or 2 d</source>
        <translation>Например, 45 мин, 3 ч или 2 д</translation>
    </message>
    <message>
        <source>“%1” is not a time before a deadline: enter 45 min, 3 h or 2 d, at most a year.</source>
        <translation>«%1» — не время до срока: напишите 45 мин, 3 ч или 2 д, самое большее год.</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Напоминать</translation>
    </message>
    <message>
        <source>%1 (already past: at once)</source>
        <translation>%1 (уже прошло: сразу)</translation>
    </message>
    <message>
        <source>another time…</source>
        <translation>другое время…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderTray</name>
    <message>
        <source>Due soon or overdue: %1</source>
        <translation>Скоро или просрочено: %1</translation>
    </message>
    <message>
        <source>No upcoming reminders</source>
        <translation>Напоминаний не ожидается</translation>
    </message>
    <message>
        <source>Open Kartoteka</source>
        <translation>Открыть Картотеку</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Waiting for a reply: %1</source>
        <translation>Ждут ответа: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ReminderWindow</name>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Убрать все</translation>
    </message>
    <message>
        <source>Their later reminders will still come; the activities stay open</source>
        <translation>Следующие напоминания придут; дела остаются открытыми</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Открыть (Enter)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Done (Space)</source>
        <translation>Сделано (пробел)</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Snooze (1 to 4)</source>
        <translation>Отложить (1–4)</translation>
    </message>
    <message>
        <source>While you were away: %1</source>
        <translation>Пока вас не было: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n напоминание</numerusform>
            <numerusform>%n напоминания</numerusform>
            <numerusform>%n напоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>What is snoozed, and until when</source>
        <translation>Что отложено и до какого времени</translation>
    </message>
    <message>
        <source>Remind now</source>
        <translation>Напомнить сейчас</translation>
    </message>
    <message>
        <source>Snoozed: %1…</source>
        <comment>number of reminders</comment>
        <translation>Отложено: %1…</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <translation>Сейчас напоминать не о чем</translation>
    </message>
    <message>
        <source>While you were away: %1 of %2</source>
        <translation>Пока вас не было: %1 из %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Reminders</name>
    <message>
        <source>No reminders of “%1”</source>
        <translation>Напоминаний из «%1» не будет</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RepeatBuilder</name>
    <message>
        <source>On which day of the month</source>
        <translation>В какой день месяца</translation>
    </message>
    <message>
        <source>days</source>
        <comment>every so many</comment>
        <translation>дн.</translation>
    </message>
    <message>
        <source>weeks</source>
        <comment>every so many</comment>
        <translation>нед.</translation>
    </message>
    <message>
        <source>months</source>
        <comment>every so many</comment>
        <translation>мес.</translation>
    </message>
    <message>
        <source>years</source>
        <comment>every so many</comment>
        <translation>г.</translation>
    </message>
    <message>
        <source>Every</source>
        <comment>so many days or weeks</comment>
        <translation>Раз в</translation>
    </message>
    <message>
        <source>Days, weeks, months or years</source>
        <translation>Дни, недели, месяцы или годы</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>Когда заканчивается</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>until a date</source>
        <translation>до даты</translation>
    </message>
    <message>
        <source>after a number of times</source>
        <translation>после числа раз</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>How many times, this one included</source>
        <translation>Сколько раз, считая это</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RepeatRow</name>
    <message>
        <source>count from completion</source>
        <translation>считать от выполнения</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Повторяется</translation>
    </message>
    <message>
        <source>does not repeat</source>
        <translation>не повторяется</translation>
    </message>
    <message>
        <source>The next one is planned from the day this one is done, not from its deadline</source>
        <translation>Следующее планируется от дня, когда выполнено это, а не от крайнего срока</translation>
    </message>
    <message>
        <source>Repeat rule</source>
        <translation>Правило повторения</translation>
    </message>
    <message>
        <source>for example FREQ=MONTHLY;BYDAY=2TU</source>
        <translation>например FREQ=MONTHLY;BYDAY=2TU</translation>
    </message>
    <message>
        <source>custom…</source>
        <translation>по-другому…</translation>
    </message>
    <message>
        <source>calendar rule (RRULE)</source>
        <translation>правило календаря (RRULE)</translation>
    </message>
    <message>
        <source>The first one, on %1, is outside this rule; the others follow it.</source>
        <translation>Первое дело, %1, не подходит под правило; остальные идут по нему.</translation>
    </message>
    <message>
        <source>Begin on %1</source>
        <translation>Начать %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RequiredTable</name>
    <message>
        <source>Required fields</source>
        <translation>Обязательные поля</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>“%1” in “%2”</source>
        <comment>field, stage</comment>
        <translation>«%1» в стадии «%2»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ResourceHoursTab</name>
    <message>
        <source>Tuesday to Friday same as Monday</source>
        <translation>Вторник–пятница как понедельник</translation>
    </message>
    <message>
        <source>Hours, %1</source>
        <translation>Часы, %1</translation>
    </message>
    <message>
        <source>Same as office: %1</source>
        <translation>Как в офисе: %1</translation>
    </message>
    <message>
        <source>Its own hours</source>
        <translation>Свои часы</translation>
    </message>
    <message>
        <source>Not bookable</source>
        <translation>Нельзя занять</translation>
    </message>
    <message>
        <source>%1: hours are written as 9:00-13:00, 14:00-18:00.</source>
        <translation>%1: часы пишутся так: 9:00-13:00, 14:00-18:00.</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>When it can be booked. Free times are found within these hours. Outside its own hours it can be booked only after confirming.</source>
        <translation>Когда можно забронировать. Свободное время ищется в эти часы. Вне своих часов ресурс можно занять, только подтвердив это.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ResultBar</name>
    <message>
        <source>No result</source>
        <translation>Без итога</translation>
    </message>
    <message>
        <source>What was the result of “%1”?</source>
        <translation>Чем закончилось «%1»?</translation>
    </message>
</context>
<context>
    <name>Kartoteka::RowFlag</name>
    <message>
        <source>required from “%1” on</source>
        <translation>обязательно с «%1»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SeatsDialog</name>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>У кого что есть</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Рабочее место</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Последний файл</translation>
    </message>
    <message>
        <source>Its changes here</source>
        <translation>Его изменений здесь</translation>
    </message>
    <message>
        <source>Missing there</source>
        <translation>Там не хватает</translation>
    </message>
    <message>
        <source>Exchange automatically through a cloud or network folder</source>
        <translation>Обмениваться автоматически через папку облака или сети</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Exchange folder</source>
        <translation>Папка обмена</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>это</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>No open conflicts.</source>
        <translation>Открытых конфликтов нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n open conflict(s)</source>
        <translation>
            <numerusform>%n открытый конфликт</numerusform>
            <numerusform>%n открытых конфликта</numerusform>
            <numerusform>%n открытых конфликтов</numerusform>
        </translation>
    </message>
    <message>
        <source>An encrypted file is waiting. Read it again with its passphrase.</source>
        <translation>Ждёт зашифрованный файл. Прочитайте его ещё раз с парольной фразой.</translation>
    </message>
    <message>
        <source>A file from %1 of %2 is waiting. Missing: %3</source>
        <translation>Ждёт файл от «%1» (%2). Не хватает: %3</translation>
    </message>
    <message>
        <source>Its files are not encrypted.</source>
        <translation>Файлы в ней не шифруются.</translation>
    </message>
    <message>
        <source>Its files are encrypted.</source>
        <translation>Файлы в ней шифруются.</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Задать парольную фразу…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Сменить парольную фразу…</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>All seats need the same one. Without it, anyone with access to the folder can read the files.</source>
        <translation>Она нужна всем рабочим местам, одна и та же. Без неё файлы прочитает любой, кто доберётся до папки.</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this computer.</source>
        <translation>Она хранится в хранилище паролей этого компьютера.</translation>
    </message>
    <message>
        <source>There is no keychain here: it is kept in memory and asked for at each start.</source>
        <translation>Хранилища паролей здесь нет: она держится в памяти и спрашивается при каждом запуске.</translation>
    </message>
    <message>
        <source>Its files are encrypted; it waits for the passphrase.</source>
        <translation>Её файлы зашифрованы; она ждёт парольную фразу.</translation>
    </message>
    <message>
        <source>Which passphrase should the folder have?</source>
        <translation>Какая будет парольная фраза у папки?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Write file…</source>
        <translation>Записать файл…</translation>
    </message>
    <message>
        <source>Read file…</source>
        <translation>Прочитать файл…</translation>
    </message>
    <message>
        <source>New seat for a laptop…</source>
        <translation>Новое место для ноутбука…</translation>
    </message>
    <message>
        <source>Nobody else works with this file yet</source>
        <translation>С этим файлом пока никто больше не работает</translation>
    </message>
    <message>
        <source>Make a seat for a laptop or a colleague: a copy of the file, from which changes go back and forth as small files.</source>
        <translation>Создайте рабочее место для ноутбука или коллеги: это копия файла, изменения из которой передаются туда и обратно маленькими файлами.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SectionBar</name>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>View settings</source>
        <translation>Настройки вида</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Импорт из файла…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a view and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an act and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Create something else</source>
        <translation>Создать другое</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SectionBookings</name>
    <message>
        <source>Resources</source>
        <translation>Ресурсы</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SectionHead</name>
    <message>
        <source>edit</source>
        <comment>the fields of a section</comment>
        <translation>изменить</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>Изменить «%1»</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SectionPage</name>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>Deleted cards stay here until you restore them.</source>
        <translation>Удалённые карточки лежат здесь, пока их не восстановят.</translation>
    </message>
    <message>
        <source>%1 · recycle bin</source>
        <translation>%1 · корзина</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>Nothing in the recycle bin matches the filter.</source>
        <translation>В корзине под фильтр ничего не подходит.</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Импорт из файла…</translation>
    </message>
    <message>
        <source>This filter no longer works</source>
        <translation>Этот фильтр больше не работает</translation>
    </message>
    <message>
        <source>Change the filter</source>
        <translation>Изменить фильтр</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Под фильтр ничего не подходит.</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Search and filter</source>
        <translation>Поиск и фильтр</translation>
    </message>
    <message>
        <source>Filter form</source>
        <translation>Форма фильтра</translation>
    </message>
    <message>
        <source>Remove the last condition</source>
        <translation>Снять последнее условие</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>the filter that is set</source>
        <translation>включённый фильтр</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what of a section uses a field, and the section</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Choose another pipeline</source>
        <translation>Выбрать другую воронку</translation>
    </message>
    <message>
        <source>Type and fields…</source>
        <translation>Тип и поля…</translation>
    </message>
    <message>
        <source>Stages and pipelines…</source>
        <translation>Стадии и воронки…</translation>
    </message>
    <message>
        <source>Currencies and rates…</source>
        <translation>Валюты и курсы…</translation>
    </message>
    <message>
        <source>Close the form: its conditions apply</source>
        <translation>Закрыть форму: её условия действуют</translation>
    </message>
    <message>
        <source>This pipeline is empty</source>
        <translation>В этой воронке пусто</translation>
    </message>
    <message>
        <source>What other pipelines have is shown there.</source>
        <translation>То, что есть в других воронках, показано там.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SelectionBar</name>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation>Снять выбор (Esc)</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>select all %1</source>
        <translation>выбрать все %1</translation>
    </message>
    <message>
        <source>Everything the filter finds, shown or not (Ctrl+A)</source>
        <translation>Всё, что находит фильтр, показано оно или нет (Ctrl+A)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SeriesQuestion</name>
    <message>
        <source>“%1” repeats. What do you want to move?</source>
        <translation>«%1» повторяется. Что перенести?</translation>
    </message>
    <message>
        <source>Moving this one leaves the others where they are. Completed ones keep their time.</source>
        <translation>Если только это, остальные останутся на месте. У выполненных время не меняется.</translation>
    </message>
    <message>
        <source>Move this one</source>
        <translation>Перенести это</translation>
    </message>
    <message>
        <source>This and the following</source>
        <translation>Это и следующие</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>“%1” repeats. What do you want to delete?</source>
        <translation>«%1» повторяется. Что удалить?</translation>
    </message>
    <message>
        <source>Delete this one</source>
        <translation>Удалить это</translation>
    </message>
    <message>
        <source>“%1” repeats. What do you want to change?</source>
        <translation>«%1» повторяется. Что изменить?</translation>
    </message>
    <message>
        <source>If you change only this one, it leaves the series. “All” includes those already done; their times stay.</source>
        <translation>Если только это, оно станет отдельным делом. «Все» — вместе с выполненными, у них время остаётся.</translation>
    </message>
    <message>
        <source>Change this one</source>
        <translation>Изменить это</translation>
    </message>
    <message>
        <source>If you delete only this one, the others stay. “All” includes those already done.</source>
        <translation>Если удалить только это, остальные останутся. «Все» — вместе с уже выполненными.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SettingRow</name>
    <message>
        <source>For everyone</source>
        <translation>Для всех</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На этом компьютере</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Поиск по настройкам</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>No settings found.</source>
        <translation>Настройки не найдены.</translation>
    </message>
    <message>
        <source>a page</source>
        <translation>страница</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was found, and what it belongs to</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ShortSum</name>
    <message>
        <source>%1bn</source>
        <comment>billions</comment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 млн</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Горячие клавиши</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Что нужно сделать?</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Поиск по клавишам</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>No shortcut found. The palette (Ctrl+K) finds every action.</source>
        <translation>Такого сочетания нет. Любое действие находит палитра (Ctrl+K).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Sidebar</name>
    <message>
        <source>Working as %1</source>
        <translation>Вы работаете как %1</translation>
    </message>
    <message>
        <source>Work as</source>
        <translation>Работать как</translation>
    </message>
    <message>
        <source>Go to anything (Ctrl+K)</source>
        <translation>Перейти куда угодно (Ctrl+K)</translation>
    </message>
    <message>
        <source>My activities</source>
        <translation>Мои дела</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n не прочитано</numerusform>
            <numerusform>%n не прочитано</numerusform>
            <numerusform>%n не прочитано</numerusform>
        </translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Menus (Alt+letter)</source>
        <translation>Меню (Alt+буква)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SidebarButton</name>
    <message>
        <source>Due soon or overdue: %1</source>
        <translation>Срок близок или прошёл: %1</translation>
    </message>
    <message>
        <source>Incoming, waiting for a reply: %1</source>
        <translation>Входящие, ждут ответа: %1</translation>
    </message>
    <message>
        <source>Click a number to see what it counts.</source>
        <translation>Нажмите на число, чтобы увидеть, что оно считает.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SidebarEntries</name>
    <message>
        <source>My day</source>
        <translation>Мой день</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Due soon or overdue: %1</source>
        <translation>Срок близок или прошёл: %1</translation>
    </message>
    <message>
        <source>Show in the sidebar again</source>
        <translation>Вернуть в боковую панель</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Caption above it…</source>
        <translation>Заголовок над ним…</translation>
    </message>
    <message>
        <source>Hide behind “More”</source>
        <translation>Убрать в «Ещё»</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Вернуть исходное</translation>
    </message>
    <message>
        <source>Rename the caption…</source>
        <translation>Переименовать заголовок…</translation>
    </message>
    <message>
        <source>Remove the caption</source>
        <translation>Убрать заголовок</translation>
    </message>
    <message>
        <source>What should the caption say?</source>
        <translation>Какой будет заголовок?</translation>
    </message>
    <message>
        <source>What should “%1” be called?</source>
        <translation>Как назвать «%1»?</translation>
    </message>
    <message>
        <source>Caption over the sections that follow</source>
        <translation>Заголовок над следующими разделами</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SlotDialog</name>
    <message>
        <source>Free times</source>
        <translation>Свободное время</translation>
    </message>
    <message>
        <source>Whose time</source>
        <translation>Чьё время</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Не меньше</translation>
    </message>
    <message>
        <source>Outside working hours too</source>
        <translation>И вне рабочего времени</translation>
    </message>
    <message>
        <source>One of them is enough</source>
        <translation>Достаточно одного из них</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Paste it: “Tuesday at 15 would do”</source>
        <translation>Вставьте: «давайте во вторник в 15»</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>Что ответили</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Забронировать</translation>
    </message>
    <message>
        <source>Until then others see these times as taken; after that they are released automatically</source>
        <translation>До этого другие видят время занятым; потом оно освободится само</translation>
    </message>
    <message>
        <source>As .ics file…</source>
        <translation>Файлом .ics…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать текстом</translation>
    </message>
    <message>
        <source>Tick whose time you need.</source>
        <translation>Отметьте, чьё время нужно.</translation>
    </message>
    <message>
        <source>No free time on these days.</source>
        <translation>В эти дни нет свободного времени.</translation>
    </message>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n свободный промежуток</numerusform>
            <numerusform>%n свободных промежутка</numerusform>
            <numerusform>%n свободных промежутков</numerusform>
        </translation>
    </message>
    <message>
        <source>Free times copied.</source>
        <translation>Свободное время скопировано.</translation>
    </message>
    <message>
        <source>Free times as a file</source>
        <translation>Свободное время файлом</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Календари (*.ics)</translation>
    </message>
    <message>
        <source>free-times</source>
        <translation>свободное-время</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1, свободно</translation>
    </message>
    <message>
        <source>%1, not among the free times</source>
        <translation>%1: нет среди свободного времени</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Забронировано: %1</translation>
    </message>
    <message>
        <source>Hold until</source>
        <translation>Удержать до</translation>
    </message>
    <message>
        <source>Held until %1: %2</source>
        <translation>Удержано до %1: %2</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>в любое время</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>каждые %1</translation>
    </message>
    <message>
        <source>No one time found in the answer.</source>
        <translation>В ответе нет одного понятного времени.</translation>
    </message>
    <message numerus="yes">
        <source>%n held until there is an answer</source>
        <translation>
            <numerusform>придержано до ответа: %n</numerusform>
            <numerusform>придержано до ответа: %n</numerusform>
            <numerusform>придержано до ответа: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, held for this</source>
        <translation>%1, придержано для этого</translation>
    </message>
    <message>
        <source>Booked: %1. What was held besides is free again.</source>
        <translation>Забронировано: %1. Остальное придержанное время снова свободно.</translation>
    </message>
    <message>
        <source>First paste the answer with a time in it.</source>
        <translation>Сначала вставьте ответ, в котором названо время.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SnoozeMenu</name>
    <message>
        <source>Until when?</source>
        <translation>До какого времени?</translation>
    </message>
    <message>
        <source>Such as 30 min, 17:00, fri 10:00 or 15.03</source>
        <translation>Например 30 мин, 17:00, пт 10:00 или 15.03</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>“%1” is not a time in the future</source>
        <translation>«%1» — не время в будущем</translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation>На 15 минут</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>На час</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>На день</translation>
    </message>
    <message>
        <source>For 5 minutes</source>
        <translation>На 5 минут</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
</context>
<context>
    <name>Kartoteka::StageBar</name>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
</context>
<context>
    <name>Kartoteka::StageMenu</name>
    <message>
        <source>Rename the stage…</source>
        <translation>Переименовать стадию…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Цвет…</translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation>Цвет изменён</translation>
    </message>
    <message>
        <source>Add a stage after it…</source>
        <translation>Добавить стадию после неё…</translation>
    </message>
    <message>
        <source>Required from here on</source>
        <translation>Обязательны начиная с неё</translation>
    </message>
    <message>
        <source>Delete the stage…</source>
        <translation>Удалить стадию…</translation>
    </message>
    <message>
        <source>Delete the stage (a pipeline needs its success stage)</source>
        <translation>Удалить стадию (воронке нужна успешная)</translation>
    </message>
    <message>
        <source>“%1” is required from “%2” on</source>
        <translation>«%1» обязательно начиная с «%2»</translation>
    </message>
    <message>
        <source>“%1” is not required any more</source>
        <translation>«%1» больше не обязательно</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>Новая стадия</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Stage added: %1</source>
        <translation>Стадия добавлена: %1</translation>
    </message>
    <message>
        <source>Rename the stage</source>
        <translation>Переименовать стадию</translation>
    </message>
    <message>
        <source>Renamed: %1</source>
        <translation>Переименовано: %1</translation>
    </message>
    <message>
        <source>Stage deleted</source>
        <translation>Стадия удалена</translation>
    </message>
    <message>
        <source>Stages reordered</source>
        <translation>Порядок стадий изменён</translation>
    </message>
    <message>
        <source>Pipeline added: %1</source>
        <translation>Воронка добавлена: %1</translation>
    </message>
    <message>
        <source>New pipeline…</source>
        <translation>Новая воронка…</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>Новая воронка</translation>
    </message>
    <message>
        <source>Copy “%1”…</source>
        <translation>Копировать «%1»…</translation>
    </message>
    <message>
        <source>Copy of the pipeline “%1”</source>
        <translation>Копия воронки «%1»</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>Переименовать «%1»…</translation>
    </message>
    <message>
        <source>Rename the pipeline</source>
        <translation>Переименовать воронку</translation>
    </message>
    <message>
        <source>Make it the default</source>
        <translation>Сделать основной</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Основная: %1</translation>
    </message>
    <message>
        <source>Pipelines reordered</source>
        <translation>Порядок воронок изменён</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Переместить раньше</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Переместить позже</translation>
    </message>
    <message>
        <source>Delete (the default one cannot be deleted)</source>
        <translation>Удалить (основную удалить нельзя)</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Удалить «%1»</translation>
    </message>
    <message>
        <source>Pipeline deleted: %1</source>
        <translation>Воронка удалена: %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete the stage “%1”?</source>
        <translation>Удалить стадию «%1»?</translation>
    </message>
    <message>
        <source>Move them to</source>
        <translation>Перенести в</translation>
    </message>
    <message>
        <source>Move and delete</source>
        <translation>Перенести и удалить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What colour should “%1” have?</source>
        <translation>Какого цвета сделать «%1»?</translation>
    </message>
    <message>
        <source>Mark idle cards</source>
        <translation>Отмечать, если нет движения</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>Через %n день</numerusform>
            <numerusform>Через %n дня</numerusform>
            <numerusform>Через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>After another number of days…</source>
        <translation>Через другое число дней…</translation>
    </message>
    <message>
        <source>Mark idle cards in “%1”?</source>
        <translation>Отмечать карточки стадии «%1» без движения?</translation>
    </message>
    <message>
        <source>A card is idle until it is edited, commented, moved to another stage or an activity is done.</source>
        <translation>Движение — это правка, комментарий, смена стадии или выполненное дело.</translation>
    </message>
    <message>
        <source>After how many days</source>
        <translation>Через сколько дней</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Cards of “%1” are not marked</source>
        <translation>Карточки стадии «%1» не отмечаются</translation>
    </message>
    <message numerus="yes">
        <source>Cards of “%1” are marked after %n day(s)</source>
        <translation>
            <numerusform>Карточки стадии «%1» отмечаются через %n день</numerusform>
            <numerusform>Карточки стадии «%1» отмечаются через %n дня</numerusform>
            <numerusform>Карточки стадии «%1» отмечаются через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Probability…</source>
        <translation>Вероятность…</translation>
    </message>
    <message>
        <source>Tunnel to another pipeline…</source>
        <translation>Туннель в другую воронку…</translation>
    </message>
    <message>
        <source>What probability does “%1” give?</source>
        <translation>Какую вероятность даёт «%1»?</translation>
    </message>
    <message>
        <source>Empty: cards keep their own. Cards already in the stage are not changed.</source>
        <translation>Пусто — остаётся своя. Карточки, которые уже на стадии, не меняются.</translation>
    </message>
    <message>
        <source>Per cent, 0 to 100</source>
        <translation>Процентов, от 0 до 100</translation>
    </message>
    <message>
        <source>“%1” gives no probability</source>
        <translation>Стадия «%1» не даёт вероятности</translation>
    </message>
    <message>
        <source>“%1” gives %2 %</source>
        <translation>Стадия «%1» даёт %2 %</translation>
    </message>
    <message>
        <source>Tunnel added</source>
        <translation>Туннель добавлен</translation>
    </message>
    <message>
        <source>Delete the pipeline “%1”?</source>
        <translation>Удалить воронку «%1»?</translation>
    </message>
    <message>
        <source>You can undo this.</source>
        <translation>Это можно отменить.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>It is not empty. Its cards are moved first; one undo reverts everything.</source>
        <translation>Она не пуста. Сначала её карточки переносятся; всё это отменяется одним действием.</translation>
    </message>
    <message>
        <source>It is not empty. Each card moves to the stage of the same name, or else to the first of its kind; one undo reverts everything.</source>
        <translation>Она не пуста. Каждая карточка перейдёт в стадию с тем же названием, а если её нет — в первую того же вида; всё это отменяется одним действием.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::StagesPage</name>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Провал</translation>
    </message>
    <message>
        <source>Stages and pipelines</source>
        <translation>Стадии и воронки</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Добавить стадию</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>Обязательные поля</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>probability</comment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>marked after %n day(s)</source>
        <translation>
            <numerusform>отметка через %n день</numerusform>
            <numerusform>отметка через %n дня</numerusform>
            <numerusform>отметка через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>No stage requires a field.</source>
        <translation>Ни одна стадия не требует полей.</translation>
    </message>
    <message>
        <source>Require a field</source>
        <translation>Сделать поле обязательным</translation>
    </message>
    <message>
        <source>“%1” is required from “%2” on</source>
        <translation>«%1» обязательно начиная с «%2»</translation>
    </message>
    <message>
        <source>“%1” is not required any more</source>
        <translation>«%1» больше не обязательно</translation>
    </message>
    <message>
        <source>“%1” is required in “%2”</source>
        <translation>«%1» обязательно в «%2»</translation>
    </message>
    <message>
        <source>“%1” is not required any more in “%2”</source>
        <translation>«%1» больше не обязательно в «%2»</translation>
    </message>
    <message>
        <source>Tunnels</source>
        <translation>Туннели</translation>
    </message>
    <message>
        <source>Add a tunnel</source>
        <translation>Добавить туннель</translation>
    </message>
    <message>
        <source>leads here</source>
        <translation>ведёт сюда</translation>
    </message>
    <message>
        <source>Change the target stage…</source>
        <translation>Сменить стадию назначения…</translation>
    </message>
    <message>
        <source>Delete the tunnel</source>
        <translation>Удалить туннель</translation>
    </message>
    <message>
        <source>Tunnel deleted: %1</source>
        <translation>Туннель удалён: %1</translation>
    </message>
    <message>
        <source>Tunnel changed</source>
        <translation>Туннель изменён</translation>
    </message>
    <message>
        <source>Reasons of loss</source>
        <translation>Причины провала</translation>
    </message>
    <message>
        <source>A card that reaches a stage can create a linked card in another pipeline.</source>
        <translation>Карточка, которая пришла в стадию, может создать связанную карточку в другой воронке.</translation>
    </message>
    <message>
        <source>Add reasons of loss</source>
        <translation>Добавить причины провала</translation>
    </message>
    <message>
        <source>Reasons of loss added</source>
        <translation>Причины провала добавлены</translation>
    </message>
    <message>
        <source>F2 renames, Alt+Up and Alt+Down move. Every change can be undone.</source>
        <translation>F2 переименовывает, Alt+↑ и Alt+↓ двигают. Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>funnels, statuses, kanban columns, required fields</source>
        <translation>статусы, этапы, колонки канбана, обязательные поля</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Store</name>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Повторять нечего.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SwimlaneChooser</name>
    <message>
        <source>Lanes</source>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>Lanes by “%1”</source>
        <translation>Дорожки по полю «%1»</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Whatever is in none of the lanes shown is counted in “The rest”.</source>
        <translation>Что не попало в показанные дорожки, считается в «Остальных».</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SwimlaneMenu</name>
    <message>
        <source>Fold all lanes</source>
        <translation>Свернуть все дорожки</translation>
    </message>
    <message>
        <source>Open all lanes</source>
        <translation>Развернуть все дорожки</translation>
    </message>
    <message>
        <source>Choose lanes…</source>
        <translation>Выбрать дорожки…</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>No lanes</source>
        <translation>Без дорожек</translation>
    </message>
    <message>
        <source>Open the lane</source>
        <translation>Развернуть дорожку</translation>
    </message>
    <message>
        <source>Fold the lane</source>
        <translation>Свернуть дорожку</translation>
    </message>
    <message>
        <source>Hide the lane</source>
        <translation>Скрыть дорожку</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TaskBar</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 · %2 per second · %3 s left</source>
        <translation>%1 · %2 в секунду · осталось %3 с</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>ждёт ещё %n</numerusform>
            <numerusform>ждут ещё %n</numerusform>
            <numerusform>ждут ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TickColumn</name>
    <message>
        <source>Tick rows</source>
        <translation>Выбор строк</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimeBlock</name>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source> d</source>
        <comment>days</comment>
        <translation> дн.</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Весь день</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimePage</name>
    <message>
        <source>Working time and holidays</source>
        <translation>Рабочее время</translation>
    </message>
    <message>
        <source>Holidays and other days</source>
        <translation>Праздники и особые дни</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Add a day…</source>
        <translation>Добавить день…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Days from a file…</source>
        <translation>Дни из файла…</translation>
    </message>
    <message>
        <source>A calendar (.ics), or a table with a day, its kind and its name in each line</source>
        <translation>Календарь (.ics) или таблица, где в каждой строке день, его вид и название</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Suggested deadlines fall within working time. These days are shared by everyone, and every change can be undone.</source>
        <translation>Сроки, которые предлагает программа, попадают в рабочее время. Календарь общий для всех, каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>No special days are set for %1: only weekdays count. Suggested deadlines fall within working time. These days are shared by everyone, and every change can be undone.</source>
        <translation>Для %1 особых дней нет: учитываются только дни недели. Сроки, которые предлагает программа, попадают в рабочее время. Календарь общий для всех, каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>Which day is an exception?</source>
        <translation>Какой день — исключение?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Убрано: %1</translation>
    </message>
    <message>
        <source>Days from a file</source>
        <translation>Дни из файла</translation>
    </message>
    <message>
        <source>Calendars and tables (*.ics *.csv *.txt);;All files (*)</source>
        <translation>Календари и таблицы (*.ics *.csv *.txt);;Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) added</source>
        <translation>
            <numerusform>Добавлен %n день</numerusform>
            <numerusform>Добавлено %n дня</numerusform>
            <numerusform>Добавлено %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>days off, working Saturdays, short days</source>
        <translation>выходные, рабочие субботы, короткие дни</translation>
    </message>
    <message>
        <source>Holidays, short days and working Saturdays will be here</source>
        <translation>Здесь будут праздники, короткие дни и рабочие субботы</translation>
    </message>
    <message>
        <source>schedule, weekends, working hours, production calendar</source>
        <translation>график, выходные, режим работы, производственный календарь</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineDelegate</name>
    <message>
        <source>Use the other one</source>
        <translation>Взять другое</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>просрочено на %n день</numerusform>
            <numerusform>просрочено на %n дня</numerusform>
            <numerusform>просрочено на %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all (%n line(s))</source>
        <translation>
            <numerusform>Показать всё (%n строка)</numerusform>
            <numerusform>Показать всё (%n строки)</numerusform>
            <numerusform>Показать всё (%n строк)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineFilterBar</name>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Дела</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Changes of fields</source>
        <translation>Изменения полей</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Other events</source>
        <translation>Другие события</translation>
    </message>
    <message>
        <source>Search in the history</source>
        <translation>Поиск в истории</translation>
    </message>
    <message>
        <source>Show everything (Esc)</source>
        <translation>Показать всё (Esc)</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>Дни…</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>За какие дни?</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineModel</name>
    <message>
        <source>Nothing is planned. Plan the next step so that nothing is forgotten.</source>
        <translation>Ничего не запланировано. Запланируйте следующий шаг, чтобы ничего не забыть.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>входящее</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>value and who wrote it</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Deleted in one place, changed in another</source>
        <translation>В одном месте удалено, в другом работа продолжена</translation>
    </message>
    <message>
        <source>Changed in two places at once: %1</source>
        <translation>Изменено в двух местах сразу: %1</translation>
    </message>
    <message>
        <source>In effect: %1</source>
        <translation>Действует: %1</translation>
    </message>
    <message>
        <source>One: %1</source>
        <translation>Одно: %1</translation>
    </message>
    <message>
        <source>The other one: %1</source>
        <translation>Другое: %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>решено</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more. The nearest are shown.</source>
        <translation>
            <numerusform>И ещё %Ln дело. Показаны ближайшие.</numerusform>
            <numerusform>И ещё %Ln дела. Показаны ближайшие.</numerusform>
            <numerusform>И ещё %Ln дел. Показаны ближайшие.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Nothing in the history matches.</source>
        <translation>В истории ничего не найдено.</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Таймлайн</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z; F6 to focus)</source>
        <translation>Отменить (Ctrl+Z; F6 — перейти сюда)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Go to Undo in the message</source>
        <translation>К кнопке «Отменить» в сообщении</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Вернуться обратно</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TransferDesk</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>“%1” cannot be imported</source>
        <translation>«%1» нельзя импортировать</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импорт %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Экспорт в %1</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Экспортировано: %1</translation>
    </message>
    <message>
        <source>Activities cannot be imported here: go to the section the file is for.</source>
        <translation>Дела не загружаются из файлов: перейдите в раздел, для которого этот файл.</translation>
    </message>
    <message>
        <source>CSV files and calendars (*.csv *.txt *.ics);;All files (*)</source>
        <translation>Файлы CSV и календари (*.csv *.txt *.ics);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Календари (*.ics)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TypeDialog</name>
    <message>
        <source>Type “%1”</source>
        <translation>Тип «%1»</translation>
    </message>
    <message>
        <source>Several pipelines</source>
        <translation>Несколько воронок</translation>
    </message>
    <message>
        <source>Client: a contact and a company</source>
        <translation>Клиент: контакт и компания</translation>
    </message>
    <message>
        <source>Has its section in the sidebar</source>
        <translation>Свой раздел в боковой панели</translation>
    </message>
    <message>
        <source>What is switched off is hidden; its values stay.</source>
        <translation>Что выключено, скрывается; значения остаются.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Type changed: %1</source>
        <translation>Тип изменён: %1</translation>
    </message>
    <message>
        <source>Stages and a board</source>
        <translation>Стадии и канбан</translation>
    </message>
    <message>
        <source>Products: their total is the amount</source>
        <translation>Товары: их итог — сумма карточки</translation>
    </message>
    <message>
        <source>Converts to</source>
        <translation>Конвертируется в</translation>
    </message>
    <message>
        <source>Its success stage is then reached by conversion</source>
        <translation>Тогда успешная стадия наступает при конвертации</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TypeForm</name>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Флажок</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звезда</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Ярлык</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Здание</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Галочка</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Singular name</source>
        <translation>В единственном числе</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Договоры</translation>
    </message>
    <message>
        <source>Plural name</source>
        <translation>Во множественном числе</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Contract No. {number}</source>
        <translation>Договор № {number}</translation>
    </message>
    <message>
        <source>Default title</source>
        <translation>Название по умолчанию</translation>
    </message>
    <message>
        <source>What colour should “%1” have?</source>
        <translation>Какого цвета сделать «%1»?</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Без цвета</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Цвет: %1</translation>
    </message>
    <message>
        <source>The title of a card without one; {number} is its number</source>
        <translation>Название карточки, если его не ввели; {number} — её номер</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TypeWizard</name>
    <message>
        <source>{number} is the number, {number:5} has at least five digits</source>
        <translation>{number} — номер, {number:5} — не меньше пяти цифр</translation>
    </message>
    <message>
        <source>Numbers look like</source>
        <translation>Вид номера</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Что получится</translation>
    </message>
    <message>
        <source>New type</source>
        <translation>Новый тип</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>Что у него есть</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Принадлежит</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>For filters, files and the command line; it stays</source>
        <translation>Для фильтров, файлов и командной строки; не меняется</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Several pipelines</source>
        <translation>Несколько воронок</translation>
    </message>
    <message>
        <source>Each with stages of its own.</source>
        <translation>Каждая со своими стадиями.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>A contact and a company on each card.</source>
        <translation>Контакт и компания на каждой карточке.</translation>
    </message>
    <message>
        <source>Every type has activities, files, comments, filters, import and exchange.</source>
        <translation>У каждого типа есть дела, файлы, комментарии, фильтры, импорт и обмен.</translation>
    </message>
    <message>
        <source>Starting stages</source>
        <translation>Начальные стадии</translation>
    </message>
    <message>
        <source>Starting stages. You can rename, move, add and delete them at any time.</source>
        <translation>Начальные стадии. Их можно в любое время переименовать, переставить, добавить и удалить.</translation>
    </message>
    <message>
        <source>Each has a link to one of these:</source>
        <translation>У каждого есть ссылка на один из этих:</translation>
    </message>
    <message>
        <source>Shown as a tab on their cards</source>
        <translation>Показывать вкладкой на их карточках</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Rows with quantities, prices, discounts and taxes, whose sum is the amount.</source>
        <translation>Строки с количеством, ценой, скидкой и налогом; их итог — сумма карточки.</translation>
    </message>
    <message>
        <source>A board, amounts, success and loss. They can be added and taken away later.</source>
        <translation>Канбан, суммы, успех и провал. Их можно добавить и убрать позже.</translation>
    </message>
    <message>
        <source>Enter the singular name.</source>
        <translation>Введите название в единственном числе.</translation>
    </message>
    <message>
        <source>Create the type “%1”?</source>
        <translation>Создать тип «%1»?</translation>
    </message>
    <message>
        <source>Enter the plural name: it becomes the name of the section.</source>
        <translation>Введите название во множественном числе: так будет назван раздел.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::TypesPage</name>
    <message>
        <source>Types and fields</source>
        <translation>Типы и поля</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Типы</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>Новый тип…</translation>
    </message>
    <message>
        <source>New field…</source>
        <translation>Новое поле…</translation>
    </message>
    <message>
        <source>New card section…</source>
        <translation>Новый раздел карточки…</translation>
    </message>
    <message>
        <source>Types reordered</source>
        <translation>Порядок типов изменён</translation>
    </message>
    <message>
        <source>New card section</source>
        <translation>Новый раздел карточки</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Section added: %1</source>
        <translation>Раздел добавлен: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n поле</numerusform>
            <numerusform>%n поля</numerusform>
            <numerusform>%n полей</numerusform>
        </translation>
    </message>
    <message>
        <source>not in the sidebar</source>
        <translation>не в боковой панели</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалён</translation>
    </message>
    <message>
        <source>Fields of “%1”</source>
        <translation>Поля: %1</translation>
    </message>
    <message>
        <source>The type is deleted: its menu restores it.</source>
        <translation>Тип удалён: вернуть его можно через меню.</translation>
    </message>
    <message>
        <source>Not on the card</source>
        <translation>Не на карточке</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалённые</translation>
    </message>
    <message>
        <source>Type added: %1</source>
        <translation>Тип добавлен: %1</translation>
    </message>
    <message>
        <source>Renamed: %1</source>
        <translation>Переименовано: %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>Восстановлено: %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>In the sidebar</source>
        <translation>В боковой панели</translation>
    </message>
    <message>
        <source>In the sidebar: %1</source>
        <translation>В боковой панели: %1</translation>
    </message>
    <message>
        <source>Not in the sidebar: %1</source>
        <translation>Не в боковой панели: %1</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Delete (built in)</source>
        <translation>Удалить (встроено)</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Delete; its fields move to the previous section</source>
        <translation>Удалить; его поля перейдут в предыдущий раздел</translation>
    </message>
    <message>
        <source>Its values stay in the file: it can be restored with them.</source>
        <translation>Значения останутся в файле: поле можно восстановить вместе с ними.</translation>
    </message>
    <message>
        <source>Delete the field “%1”?</source>
        <translation>Удалить поле «%1»?</translation>
    </message>
    <message>
        <source>Fields reordered</source>
        <translation>Порядок полей изменён</translation>
    </message>
    <message>
        <source>This also hides: %1. Nothing is lost: the type can be restored with everything in it.</source>
        <comment>how many of what</comment>
        <translation>Вместе с ним скроется: %1. Ничего не потеряется: тип можно восстановить со всем содержимым.</translation>
    </message>
    <message>
        <source>a type</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Alt+Up and Alt+Down move. Every change can be undone.</source>
        <translation>Enter открывает, F2 переименовывает, Alt+↑ и Alt+↓ двигают. Каждое изменение можно отменить.</translation>
    </message>
    <message>
        <source>a smart process: contracts, requests, projects</source>
        <translation>смарт-процесс: договоры, заявки, проекты</translation>
    </message>
    <message>
        <source>of cards and activities</source>
        <translation>у карточек и дел</translation>
    </message>
    <message>
        <source>smart processes, properties, entities, own fields</source>
        <translation>смарт-процессы, сущности, свойства, свои поля</translation>
    </message>
</context>
<context>
    <name>Kartoteka::UndoDesk</name>
    <message>
        <source>Done again: %1</source>
        <translation>Повторено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::UnknownNamesTable</name>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Names unknown here</source>
        <translation>Имена, которых здесь нет</translation>
    </message>
    <message>
        <source>create</source>
        <translation>создать</translation>
    </message>
    <message>
        <source>— skip —</source>
        <translation>— пропустить —</translation>
    </message>
    <message>
        <source>— choose —</source>
        <translation>— выберите —</translation>
    </message>
    <message>
        <source>a new employee</source>
        <translation>новый сотрудник</translation>
    </message>
    <message>
        <source>me: I import it</source>
        <translation>на меня — я импортирую</translation>
    </message>
</context>
<context>
    <name>Kartoteka::UsesText</name>
    <message>
        <source>It is used by:</source>
        <translation>Где используется:</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ValueList</name>
    <message>
        <source>Values of the list</source>
        <translation>Значения списка</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>Новое значение…</translation>
    </message>
    <message>
        <source>Renamed: %1</source>
        <translation>Переименовано: %1</translation>
    </message>
    <message>
        <source>Values reordered</source>
        <translation>Порядок значений изменён</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Как назвать?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Value added: %1</source>
        <translation>Значение добавлено: %1</translation>
    </message>
    <message>
        <source>What colour should “%1” have?</source>
        <translation>Какого цвета сделать «%1»?</translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation>Цвет изменён</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Цвет…</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>Объединить с другим…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Заменить на</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a value of a list, and the one that stands for it</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Merge “%1” into another value?</source>
        <translation>Объединить «%1» с другим значением?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>The values to choose from will be here</source>
        <translation>Здесь будут значения для выбора</translation>
    </message>
    <message numerus="yes">
        <source>It is used %n time(s). Which value should replace it?</source>
        <translation>
            <numerusform>Используется %n раз. Какое значение поставить вместо него?</numerusform>
            <numerusform>Используется %n раза. Какое значение поставить вместо него?</numerusform>
            <numerusform>Используется %n раз. Какое значение поставить вместо него?</numerusform>
        </translation>
    </message>
    <message>
        <source>New kind…</source>
        <translation>Новый вид…</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>Новый вид</translation>
    </message>
    <message>
        <source>Kind added: %1</source>
        <translation>Добавлен вид: %1</translation>
    </message>
    <message>
        <source>No card has it.</source>
        <translation>Ни в одной карточке его нет.</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Values merged</source>
        <translation>Значения объединены</translation>
    </message>
    <message>
        <source>Added on two workplaces: %1.</source>
        <translation>Добавлено на двух рабочих местах: %1.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>It is used %n time(s). Everything that has it gets the other one: cards, filters and totals. You can undo this.</source>
        <translation>
            <numerusform>Указано %n раз. Всё, где оно указано, получит другое: карточки, фильтры, итоги. Это можно отменить.</numerusform>
            <numerusform>Указано %n раза. Всё, где оно указано, получит другое: карточки, фильтры, итоги. Это можно отменить.</numerusform>
            <numerusform>Указано %n раз. Всё, где оно указано, получит другое: карточки, фильтры, итоги. Это можно отменить.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kartoteka::ValueListDialog</name>
    <message>
        <source>Values of “%1”</source>
        <translation>Значения списка «%1»</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a list, and the type it is of</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>For everyone, in: %1</source>
        <translation>Для всех, где выбирают: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Values</name>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Kartoteka::WaitDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
</context>
<context>
    <name>Kartoteka::WelcomePage</name>
    <message>
        <source>Leads, deals and clients of a whole sales office in one file on your disk. Works offline.</source>
        <translation>Лиды, сделки и клиенты всего отдела продаж — в одном файле на вашем диске. Работает без интернета.</translation>
    </message>
    <message>
        <source>New file with demo data</source>
        <translation>Новый файл с примером</translation>
    </message>
    <message>
        <source>New empty file</source>
        <translation>Новый пустой файл</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Открыть файл…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Недавние файлы</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить копию…</translation>
    </message>
    <message>
        <source>Kartoteka</source>
        <translation>Картотека</translation>
    </message>
    <message>
        <source>Remove it from the list</source>
        <translation>Убрать его из списка</translation>
    </message>
</context>
<context>
    <name>Kartoteka::WindowKeys</name>
    <message>
        <source>Sidebar</source>
        <translation>Боковая панель</translation>
    </message>
    <message>
        <source>Move the section up or down</source>
        <translation>Переместить раздел выше или ниже</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Поиск по настройкам</translation>
    </message>
    <message>
        <source>Take a change of the settings back, do it again</source>
        <translation>Отменить изменение настроек, повторить его</translation>
    </message>
    <message>
        <source>Paste rates from a table</source>
        <translation>Вставить курсы из таблицы</translation>
    </message>
    <message>
        <source>Lists that are put in order</source>
        <translation>Списки, которые упорядочивают</translation>
    </message>
    <message>
        <source>Move the row up or down</source>
        <translation>Переместить строку выше или ниже</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Убрать строку</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Complete the activity</source>
        <translation>Завершить дело</translation>
    </message>
    <message>
        <source>Snooze: for 15 minutes, an hour, a day, until the morning</source>
        <translation>Отложить: на 15 минут, час, день, до утра</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Go from page to page</source>
        <translation>Идти от страницы к странице</translation>
    </message>
    <message>
        <source>To what is found, open a row</source>
        <translation>К найденному, открыть строку</translation>
    </message>
    <message>
        <source>Delete the row of a table</source>
        <translation>Удалить строку таблицы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Открыть строку</translation>
    </message>
    <message>
        <source>Let go of what is dragged</source>
        <translation>Отпустить перетаскиваемое</translation>
    </message>
    <message>
        <source>Go from reminder to reminder</source>
        <translation>Идти от напоминания к напоминанию</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Open the menus</source>
        <translation>Открыть меню</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Windows</name>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>There is nothing to remind you of now</source>
        <translation>Сейчас напоминать не о чем</translation>
    </message>
    <message>
        <source>Reminders come in the window in which this file can be changed</source>
        <translation>Напоминает окно, в котором этот файл можно менять</translation>
    </message>
</context>
<context>
    <name>Kartoteka::WriteDialog</name>
    <message>
        <source>Write exchange file</source>
        <translation>Записать файл обмена</translation>
    </message>
    <message>
        <source>All seats</source>
        <translation>Все рабочие места</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>none: anyone who gets the file can read it</source>
        <translation>нет: файл прочтёт любой, кто его получит</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Повторите</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Записать…</translation>
    </message>
    <message>
        <source>Nothing is known about it: the file will contain everything.</source>
        <translation>О нём ничего не известно: в файл войдёт всё.</translation>
    </message>
    <message>
        <source>It has everything that is here.</source>
        <translation>У него есть всё, что есть здесь.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that it does not have yet.</source>
        <translation>
            <numerusform>%n изменение, которого у него ещё нет.</numerusform>
            <numerusform>%n изменения, которых у него ещё нет.</numerusform>
            <numerusform>%n изменений, которых у него ещё нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>Nothing is known about some of them: the file will contain everything.</source>
        <translation>О некоторых ничего не известно: в файл войдёт всё.</translation>
    </message>
    <message>
        <source>They have everything that is here.</source>
        <translation>У всех есть всё, что есть здесь.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that not all of them have yet.</source>
        <translation>
            <numerusform>%n изменение, которое есть ещё не у всех.</numerusform>
            <numerusform>%n изменения, которые есть ещё не у всех.</numerusform>
            <numerusform>%n изменений, которые есть ещё не у всех.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeat the passphrase: a mistake in it would lock the file.</source>
        <translation>Повторите парольную фразу: с опечаткой в ней файл никто не откроет.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Парольные фразы не совпадают.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::WrittenPictures</name>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Картинку не удалось сохранить.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::YearView</name>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day: what is on it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
</context>
</TS>
