-- Blue means "act" and "selected" (the first stage's default was the same blue). What somebody coloured stays as it is.
UPDATE stage SET colour = '#64738A'
    WHERE uid IN (CAST('sys-stage-000001' AS BLOB), CAST('sys-stage-000006' AS BLOB)) AND colour = '#2F6BFF'
    AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.entity = 'stage' AND j.record = stage.id AND j.operation <> 'create'
                    AND j.patch LIKE '%"colour"%');
