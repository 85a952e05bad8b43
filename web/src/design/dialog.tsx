import { X } from 'lucide-react';
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import {
  Dialog as AriaDialog,
  Modal as AriaModal,
  Heading,
  ModalOverlay,
} from 'react-aria-components';
import { Button, IconButton } from './button';
import { Locked } from './locked';
import { firstMissing, IsAsked } from './needed';

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** What it can end with; without it only a cross. */
  actions?: ReactNode;
  wide?: boolean;
  /** A click beside it does not close it: what is written in it would be out of sight. */
  stays?: boolean;
  /** Nor does Escape: what it shows is never shown again. */
  showsOnce?: boolean;
};

export function Dialog(props: Props) {
  const {
    title,
    isOpen,
    onClose,
    children,
    actions,
    wide = false,
    stays = false,
    showsOnce = false,
  } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!stays && !showsOnce}
      isKeyboardDismissDisabled={showsOnce}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-shade p-3 pt-[8vh]"
    >
      <AriaModal
        className={`w-full ${wide ? 'max-w-3xl' : 'max-w-lg'} rounded-xl border border-line bg-raised shadow-raised`}
      >
        <AriaDialog className="flex max-h-[84vh] flex-col outline-none">
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="grow text-lg font-semibold">
              {title}
            </Heading>
            <IconButton label="Close" onPress={onClose}>
              <X aria-hidden className="size-4.5" />
            </IconButton>
          </div>
          <div className="min-h-0 grow overflow-y-auto px-5 pb-4">{children}</div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {actions}
            </div>
          )}
        </AriaDialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** Asks before what cannot be taken back. */
export function Confirm({
  title,
  text,
  verb,
  isOpen,
  isPending = false,
  onConfirm,
  onClose,
}: {
  title: string;
  text: ReactNode;
  verb: string;
  isOpen: boolean;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isPending={isPending} onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  );
}

/** After a refusal what is wrong has the focus or, where that is no field, is in sight. */
function useShownRefusal(form: RefObject<HTMLFormElement | null>, isPending: boolean) {
  const wasPending = useRef(isPending);
  useEffect(() => {
    const isAnswered = wasPending.current && !isPending;
    wasPending.current = isPending;
    if (!isAnswered) return;
    const wrong = form.current?.querySelector<HTMLElement>(
      '[data-invalid] :is(input, textarea, button)',
    );
    if (wrong) wrong.focus();
    else form.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }, [form, isPending]);
}

/** Fields and one verb, which Enter in a field means, too. */
export function FormDialog({
  title,
  verb,
  isOpen,
  isPending = false,
  danger = false,
  wide = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  verb: string;
  isOpen: boolean;
  isPending?: boolean;
  danger?: boolean;
  wide?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useShownRefusal(form, isPending);
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const missing = firstMissing(event.currentTarget);
    setAsked(missing !== undefined);
    if (missing) missing.focus();
    else onSubmit();
  };
  // The answer may show what is shown once.
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      wide={wide}
      stays
      actions={
        <>
          <Button look="quiet" onPress={close}>
            Cancel
          </Button>
          <Button look={danger ? 'danger' : 'main'} type="submit" form={id} isPending={isPending}>
            {verb}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <IsAsked value={isAsked}>
          <Locked when={isPending}>{children}</Locked>
        </IsAsked>
      </form>
    </Dialog>
  );
}
