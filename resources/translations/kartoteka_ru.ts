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
        <source>The stage does not exist any more.</source>
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
        <source>the number or exact name of an item</source>
        <translation>номер или точное название элемента</translation>
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
        <source>%1: fill in the field “%2”.</source>
        <translation>%1: заполните поле «%2».</translation>
    </message>
    <message>
        <source>Choose what is to be made.</source>
        <translation>Выберите, что создать.</translation>
    </message>
    <message>
        <source>“%1” does not convert to “%2”.</source>
        <translation>«%1» не конвертируется в «%2».</translation>
    </message>
    <message>
        <source>“%1” is converted already.</source>
        <translation>«%1»: конвертация уже выполнена.</translation>
    </message>
    <message>
        <source>The item is in the recycle bin. Restore it first.</source>
        <translation>Элемент в корзине. Сначала восстановите его.</translation>
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
        <source>“%1” is no date</source>
        <translation>«%1» — не дата</translation>
    </message>
    <message>
        <source>“%1” is no date or period</source>
        <translation>«%1» — не дата и не период</translation>
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
        <source>“%1” holds several values and does not sort.</source>
        <translation>В поле «%1» несколько значений, сортировать по нему нельзя.</translation>
    </message>
    <message>
        <source>The backup folder “%1” cannot be made.</source>
        <translation>Не удалось создать папку резервных копий «%1».</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>«%1» уже существует.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>Не удалось записать «%1».</translation>
    </message>
    <message>
        <source>%1 stage totals differ from the items.</source>
        <translation>Итоги стадий не сходятся с элементами: %1.</translation>
    </message>
    <message>
        <source>%1 items have wrong activity counts.</source>
        <translation>Неверные счётчики дел у элементов: %1.</translation>
    </message>
    <message>
        <source>%1 items count activities that do not exist.</source>
        <translation>Элементы считают дела, которых нет: %1.</translation>
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
        <translation>Элементов нет в поисковом индексе: %1.</translation>
    </message>
    <message>
        <source>%1 items stand in a stage that does not exist.</source>
        <translation>Элементов в несуществующей стадии: %1.</translation>
    </message>
    <message>
        <source>%1 values belong to items that do not exist.</source>
        <translation>Значений у несуществующих элементов: %1.</translation>
    </message>
    <message>
        <source>The search index of “%1” is broken.</source>
        <translation>Поисковый индекс «%1» повреждён.</translation>
    </message>
    <message>
        <source>Another program holds the file. Close it there and try again.</source>
        <translation>Файл занят другой программой. Закройте его там и попробуйте снова.</translation>
    </message>
    <message>
        <source>The file may not be written.</source>
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
        <source>The database refused: %1</source>
        <translation>База отказала: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>Не удалось прочитать «%1»: %2</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was changed in it. Restore the latest backup from the folder beside it.</source>
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
        <source>“%1” is marked read-only. Allow writing in its properties, or open a copy.</source>
        <translation>«%1» доступен только для чтения. Разрешите запись в свойствах файла или откройте его копию.</translation>
    </message>
    <message>
        <source>Another program holds “%1”. Close the file there and try again.</source>
        <translation>«%1» занят другой программой. Закройте файл там и попробуйте снова.</translation>
    </message>
    <message>
        <source>“%1” cannot be made. Is the folder writable?</source>
        <translation>Не удалось создать «%1». Можно ли записывать в эту папку?</translation>
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
        <source>“%1”, line 1: %2</source>
        <translation>«%1», строка 1: %2</translation>
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
        <source>The line holds bytes that are no %1 text.</source>
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
        <source>There is no command “%1”.</source>
        <translation>Нет команды «%1».</translation>
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
        <translation>Элементов: %1</translation>
    </message>
    <message>
        <source>Planned: %1 (%2)</source>
        <translation>Запланировано: %1 (%2)</translation>
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
        <translation>Элементов</translation>
    </message>
    <message>
        <source>Name a type, for example lead.</source>
        <translation>Назовите тип, например lead.</translation>
    </message>
    <message>
        <source>“%1” has no items.</source>
        <translation>У «%1» нет элементов.</translation>
    </message>
    <message>
        <source>Name an item by its number.</source>
        <translation>Назовите элемент по номеру.</translation>
    </message>
    <message>
        <source>Expected FIELD=VALUE, not “%1”.</source>
        <translation>Ожидалось ПОЛЕ=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>The field “%1” is kept by the program.</source>
        <translation>Поле «%1» ведёт программа.</translation>
    </message>
    <message>
        <source>Say how many acts, for example 1.</source>
        <translation>Скажите, сколько действий, например 1.</translation>
    </message>
    <message>
        <source>Done again: %1 %2</source>
        <translation>Повторено: %1 %2</translation>
    </message>
    <message>
        <source>Taken back: %1 %2</source>
        <translation>Отменено: %1 %2</translation>
    </message>
    <message>
        <source>Use “activity add” for activities.</source>
        <translation>Для дел есть «activity add».</translation>
    </message>
    <message>
        <source>Say what to set: FIELD=VALUE.</source>
        <translation>Скажите, что изменить: ПОЛЕ=ЗНАЧЕНИЕ.</translation>
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
        <source>“%1” is no date and time.</source>
        <translation>«%1» — не дата и время.</translation>
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
        <source>Use “activity add TYPE ID …” or “activity done ID”.</source>
        <translation>Пишите «activity add ТИП НОМЕР …» или «activity done НОМЕР».</translation>
    </message>
    <message>
        <source>“%1” cannot be a code: a code is of small latin letters, digits and underscores.</source>
        <translation>«%1» не годится для кода: код состоит из строчных латинских букв, цифр и подчёркиваний.</translation>
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
        <source>Usage: kartoteka-cli DB COMMAND …  (--json for scripts, --lang ru|en)
  init [--demo [N]] [--user NAME]       make a new file
  import TYPE FILE [--dry-run] [--on-duplicate skip|merge|create] [--errors FILE]
  export TYPE FILE.csv
  types | fields TYPE | stages TYPE
  list TYPE [--where EXPR]… [--search TEXT] [--sort FIELD[:desc]] [--columns A,B] [--limit N] [--offset N]
  count TYPE [--where EXPR]… [--search TEXT]
  show TYPE ID | history TYPE ID | counters
  create TYPE FIELD=VALUE… | set TYPE ID FIELD=VALUE… | move TYPE ID STAGE [FIELD=VALUE…]
  convert ID --to deal,contact,company [--contact ID] [--company ID]
  comment TYPE ID TEXT
  activity add TYPE ID --title T [--deadline ISO] [--kind K] [--incoming] | activity done ID
  delete TYPE ID | restore TYPE ID | undo [N] | redo [N]
  check | backup FILE
  batch                                 commands from standard input, one a line</source>
        <translation>Вызов: kartoteka-cli ФАЙЛ КОМАНДА …  (--json для сценариев, --lang ru|en)
  init [--demo [N]] [--user NAME]       создать файл
  import TYPE FILE [--dry-run] [--on-duplicate skip|merge|create] [--errors FILE]
  export TYPE FILE.csv
  types | fields TYPE | stages TYPE
  list TYPE [--where EXPR]… [--search TEXT] [--sort FIELD[:desc]] [--columns A,B] [--limit N] [--offset N]
  count TYPE [--where EXPR]… [--search TEXT]
  show TYPE ID | history TYPE ID | counters
  create TYPE FIELD=VALUE… | set TYPE ID FIELD=VALUE… | move TYPE ID STAGE [FIELD=VALUE…]
  convert ID --to deal,contact,company [--contact ID] [--company ID]
  comment TYPE ID TEXT
  activity add TYPE ID --title T [--deadline ISO] [--kind K] [--incoming] | activity done ID
  delete TYPE ID | restore TYPE ID | undo [N] | redo [N]
  check | backup FILE
  batch                                 команды со стандартного ввода, по одной в строке</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Activities</name>
    <message>
        <source>There is no activity %1.</source>
        <translation>Дела %1 нет.</translation>
    </message>
    <message>
        <source>A comment needs a text.</source>
        <translation>В комментарии нужен текст.</translation>
    </message>
    <message>
        <source>Contact the client</source>
        <translation>Связаться с клиентом</translation>
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
</context>
<context>
    <name>Kartoteka::BoardView</name>
    <message>
        <source>Board</source>
        <translation>Канбан</translation>
    </message>
    <message>
        <source>Open activities: %1</source>
        <translation>Открытых дел: %1</translation>
    </message>
    <message>
        <source>Red: %1 with a deadline that is near or has passed</source>
        <translation>Красный: %1 — срок близок или прошёл</translation>
    </message>
    <message>
        <source>Green: %1 incoming, waiting for an answer</source>
        <translation>Зелёный: %1 — входящие, ждут ответа</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>Ответственный: %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Kartoteka::CardPanel</name>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
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
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Сохранить (Ctrl+S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 · new</source>
        <translation>%1 · новый элемент</translation>
    </message>
    <message>
        <source>%1 #%2</source>
        <translation>%1 №%2</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Новый элемент: %1</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создано: %1</translation>
    </message>
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
        <source>Unsaved changes</source>
        <translation>Несохранённые изменения</translation>
    </message>
    <message>
        <source>Something on this card is not saved yet. Close it and lose the changes?</source>
        <translation>В карточке есть несохранённые изменения. Закрыть её и потерять их?</translation>
    </message>
    <message>
        <source>Save it first: then comments, activities and its history stand here.</source>
        <translation>Сначала сохраните: здесь появятся комментарии, дела и история.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Cli</name>
    <message>
        <source>%1 needs a value.</source>
        <translation>Параметру %1 нужно значение.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Параметра %1 нет.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::Composer</name>
    <message>
        <source>Activity</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>What is to be done? (Contact the client)</source>
        <translation>Что нужно сделать? (Связаться с клиентом)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Крайний срок</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 ч</translation>
    </message>
    <message>
        <source>+3 h</source>
        <translation>+3 ч</translation>
    </message>
    <message>
        <source>+1 d</source>
        <translation>+1 д</translation>
    </message>
    <message>
        <source>+3 d</source>
        <translation>+3 д</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Напишите комментарий</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Добавить комментарий</translation>
    </message>
    <message>
        <source>Write something first (Ctrl+Enter saves)</source>
        <translation>Сначала напишите что-нибудь (Ctrl+Enter — сохранить)</translation>
    </message>
</context>
<context>
    <name>Kartoteka::ConversionDialog</name>
    <message>
        <source>Convert: %1</source>
        <translation>Конвертация: %1</translation>
    </message>
    <message>
        <source>What comes of it?</source>
        <translation>Что создать?</translation>
    </message>
    <message>
        <source>Which value goes where (a double click changes a text):</source>
        <translation>Что куда попадёт (двойной щелчок меняет текст):</translation>
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
        <source>Which value goes where</source>
        <translation>Что куда попадёт</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Конвертировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>make a new one</source>
        <translation>создать новый элемент</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>уже есть: %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новый элемент</translation>
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
    <name>Kartoteka::Export</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удалось записать «%1»: %2</translation>
    </message>
</context>
<context>
    <name>Kartoteka::FieldEditor</name>
    <message>
        <source>Name, phone or e-mail</source>
        <translation>Имя, телефон или e-mail</translation>
    </message>
    <message>
        <source>31.12.2026 15:00</source>
        <translation>31.12.2026 15:00</translation>
    </message>
    <message>
        <source>31.12.2026</source>
        <translation>31.12.2026</translation>
    </message>
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
</context>
<context>
    <name>Kartoteka::FieldForm</name>
    <message>
        <source>Hide empty fields</source>
        <translation>Скрыть пустые поля</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s)</source>
        <translation>
            <numerusform>Ещё %n поле</numerusform>
            <numerusform>Ещё %n поля</numerusform>
            <numerusform>Ещё %n полей</numerusform>
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
        <source>Same phone or e-mail as an item here</source>
        <translation>Телефон или e-mail уже есть в базе</translation>
    </message>
    <message>
        <source>import all the same</source>
        <translation>всё равно импортировать</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>пропустить строку</translation>
    </message>
    <message>
        <source>fill empty fields of that item</source>
        <translation>заполнить пустые поля элемента</translation>
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
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>— leave out —</source>
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
        <source>%1 of %2 columns go into fields · %3 KB</source>
        <translation>Столбцов попадёт в поля: %1 из %2 · %3 КБ</translation>
    </message>
    <message>
        <source>Give at least one column a field</source>
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
</context>
<context>
    <name>Kartoteka::ItemListView</name>
    <message>
        <source>List</source>
        <translation>Список</translation>
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
        <translation>Элемента нет.</translation>
    </message>
    <message>
        <source>There is no item with the number %1.</source>
        <translation>Нет элемента с номером %1.</translation>
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
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>Language</source>
        <translation>Язык</translation>
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
        <source>Who are you?</source>
        <translation>Как вас зовут?</translation>
    </message>
    <message>
        <source>Your name, as colleagues will see it beside what you do:</source>
        <translation>Ваше имя — его увидят коллеги рядом с вашими действиями:</translation>
    </message>
    <message>
        <source>“%1” exists and cannot be replaced.</source>
        <translation>«%1» уже есть, заменить его не удалось.</translation>
    </message>
    <message>
        <source>Making the demo office…</source>
        <translation>Создаётся пример офиса…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
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
        <source>&lt;h3&gt;Kartoteka %1&lt;/h3&gt;&lt;p&gt;A desktop CRM that keeps a whole sales office in one file.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Картотека %1&lt;/h3&gt;&lt;p&gt;CRM для компьютера: весь отдел продаж в одном файле.&lt;/p&gt;&lt;p&gt;Свободная программа на условиях GNU General Public License версии 3 или более поздней.&lt;/p&gt;</translation>
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
        <translation>без метки</translation>
    </message>
    <message>
        <source>“%1” is not a phone number.</source>
        <translation>«%1» — не номер телефона.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address.</source>
        <translation>«%1» — не адрес e-mail.</translation>
    </message>
</context>
<context>
    <name>Kartoteka::OfficeWidget</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Plan an activity</source>
        <translation>Запланировать дело</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>Конвертировать…</translation>
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
        <source>Converted: %1</source>
        <translation>Конвертировано: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Повторено: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Отменено: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n newer value(s) left as they are)</source>
        <translation>
            <numerusform>(%n более новое значение оставлено)</numerusform>
            <numerusform>(%n более новых значения оставлено)</numerusform>
            <numerusform>(%n более новых значений оставлено)</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt);;All files (*)</source>
        <translation>Файлы CSV (*.csv *.txt);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импортируется %1</translation>
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
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>Восстановлено: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::SectionPage</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>New: %1 (Ctrl+N)</source>
        <translation>Новый элемент: %1 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Search: title, name, phone, e-mail, company, tag</source>
        <translation>Поиск: название, имя, телефон, e-mail, компания, тег</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Импорт из файла…</translation>
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
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Show final stages</source>
        <translation>Показать финальные стадии</translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <translation>«%1» — стадия «%2»</translation>
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
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>%1: nothing here yet</source>
        <translation>%1: пока пусто</translation>
    </message>
    <message>
        <source>No text, phone or e-mail matches “%1”. Clear the search to see everything.</source>
        <translation>Ни один текст, телефон или e-mail не подходит к «%1». Очистите поиск, чтобы увидеть всё.</translation>
    </message>
    <message>
        <source>Press “Create” (Ctrl+N) to add the first one, or import a CSV file from your old program.</source>
        <translation>Нажмите «Создать» (Ctrl+N), чтобы добавить первый элемент, или импортируйте CSV-файл из прежней программы.</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>What is deleted waits here until it is restored.</source>
        <translation>Удалённое лежит здесь, пока его не восстановят.</translation>
    </message>
    <message>
        <source>%1 · recycle bin</source>
        <translation>%1 · корзина</translation>
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
</context>
<context>
    <name>Kartoteka::SidebarButton</name>
    <message>
        <source>Deadline near or passed: %1</source>
        <translation>Срок близок или прошёл: %1</translation>
    </message>
    <message>
        <source>Incoming, waiting for an answer: %1</source>
        <translation>Входящие, ждут ответа: %1</translation>
    </message>
</context>
<context>
    <name>Kartoteka::StageBar</name>
    <message>
        <source>Stages</source>
        <translation>Стадии</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Завершить</translation>
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
</context>
<context>
    <name>Kartoteka::TimelineModel</name>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Nothing is planned. Plan the next step so that the client is not forgotten.</source>
        <translation>Ничего не запланировано. Запланируйте следующий шаг, чтобы не забыть о клиенте.</translation>
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
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
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
        <source>Made by conversion</source>
        <translation>Создано при конвертации</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Из: %1</translation>
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
        <source>Planned: %1</source>
        <translation>Запланировано: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Выполнено: %1</translation>
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
        <source>Moved to the recycle bin</source>
        <translation>Перемещено в корзину</translation>
    </message>
    <message>
        <source>Restored from the recycle bin</source>
        <translation>Восстановлено из корзины</translation>
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
        <source>incoming</source>
        <translation>входящее</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>без срока</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>type and title of an item</comment>
        <translation>%1 «%2»</translation>
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
        <source>%1 is not there any more</source>
        <translation>Файла %1 больше нет</translation>
    </message>
</context>
</TS>
