import { IconArrowUp, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { sendText } from '../api/desk';
import { useSayRefusal } from '../page/say_refusal';
import { useSay } from '../words';
import classes from './composer.module.css';
import { encoded, keepPictures, mostBytes, mostPictures } from './pictures';

function Attached({ files, remove }: { files: readonly File[]; remove: (file: File) => void }) {
  const say = useSay();
  if (files.length === 0) return null;
  return (
    <ul className={classes.attached} aria-label={say('phone.text.attached')}>
      {files.map((file) => (
        <li key={`${file.name} ${file.lastModified}`}>
          <span>{file.name}</span>
          <button
            type="button"
            aria-label={say('phone.text.remove', { name: file.name })}
            onClick={() => remove(file)}
          >
            <IconX size={14} stroke={2.25} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a text to the line is written. Enter sends, Shift and Enter begins a line. */
export function Composer({ from }: { from: string }) {
  const say = useSay();
  const queries = useQueryClient();
  const sayRefusal = useSayRefusal();
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [trouble, setTrouble] = useState('');
  const [isSending, setSending] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hasSomething = words.trim() !== '' || files.length > 0;

  const attach = (chosen: FileList | null) => {
    const all = [...files, ...(chosen ?? [])];
    const isTooMuch =
      all.length > mostPictures || all.reduce((sum, f) => sum + f.size, 0) > mostBytes;
    setTrouble(isTooMuch ? say('phone.text.too_much') : '');
    if (!isTooMuch) setFiles(all);
    if (picker.current) picker.current.value = '';
  };
  const send = async () => {
    if (!hasSomething || isSending) return;
    setSending(true);
    try {
      const pictures = await Promise.all(files.map(encoded));
      const sent = await sendText({
        from,
        body: words,
        ...(pictures.length > 0 ? { pictures } : {}),
      });
      keepPictures(sent.sid, pictures);
      setWords('');
      setFiles([]);
    } catch (error) {
      sayRefusal(error);
    } finally {
      setSending(false);
      void queries.invalidateQueries({ queryKey: ['messages'] });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className={classes.composer} onSubmit={onSubmit}>
      <Attached
        files={files}
        remove={(file) => setFiles((before) => before.filter((one) => one !== file))}
      />
      <div role="alert" className={classes.trouble}>
        {trouble}
      </div>
      <div className={classes.row}>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={({ currentTarget }) => attach(currentTarget.files)}
        />
        <button
          type="button"
          className={classes.attach}
          aria-label={say('phone.text.attach')}
          title={say('phone.text.attach')}
          onClick={() => picker.current?.click()}
        >
          <IconPhotoPlus size={22} stroke={1.75} aria-hidden />
        </button>
        <textarea
          className={classes.field}
          aria-label={say('phone.text.write')}
          placeholder={say('phone.text.write')}
          rows={1}
          maxLength={1600}
          value={words}
          onChange={({ currentTarget: { value } }) => setWords(value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          className={classes.send}
          aria-label={say('phone.text.send')}
          title={say('phone.text.send')}
          aria-disabled={!hasSomething || isSending}
        >
          <IconArrowUp size={20} stroke={2.5} aria-hidden />
        </button>
      </div>
    </form>
  );
}
